//! Rules of signing in.

use entity::identity::values::Role;

/// Whether the role sees so much that it needs a second factor whatever the municipality has chosen: citizen data
/// (professionals, who may be tovholder; project leaders, who see which courses there are), or everything's settings.
pub fn sees_much(role: Role) -> bool {
    match role {
        Role::Administrator | Role::ProjectLeader | Role::Professional => true,
        Role::SteeringMember | Role::Partner => false,
    }
}
