//! Mutations all look alike: one input, and a payload with what was wrong. So they are declared in a line.

/// Declares a module named as the mutation, with `ask(input)` and what it answers. The payload is a type of the area,
/// or, by the name the schema gives it, one that holds nothing but `user_errors`. (A payload with more is a struct of
/// its own, since cynic can't read field types that come through a macro: `-> SessionBeginPayload`, without quotes.)
///
/// ```ignore
/// mutation! {
///     /// Ends one of my sessions.
///     session_revoke(SessionRevokeInput) -> "SessionRevokePayload"
/// }
/// ```
#[macro_export]
macro_rules! mutation {
    ($(#[$about:meta])* $name:ident($given:ident) -> $payload:ident) => {
        $(#[$about])*
        pub(crate) mod $name {
            use cynic::MutationBuilder;

            // Named anew: cynic's code takes names from the type's own place, and would not find its own there.
            use super::$payload as Payload;
            use super::$given;
            use $crate::api::schema;

            /// The variables.
            #[derive(cynic::QueryVariables, Clone, Debug)]
            pub(crate) struct Variables {
                input: $given,
            }

            /// What comes back.
            #[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
            #[cynic(graphql_type = "Mutation", variables = "Variables")]
            pub(crate) struct Answer {
                #[arguments(input: $input)]
                pub(crate) $name: Payload,
            }

            /// Asks for it.
            pub(crate) fn ask(input: $given) -> cynic::Operation<Answer, Variables> {
                Answer::build(Variables { input })
            }
        }
    };
    ($(#[$about:meta])* $name:ident($given:ident) -> $payload:literal $({})?) => {
        $(#[$about])*
        pub(crate) mod $name {
            use cynic::MutationBuilder;

            use super::$given;
            use $crate::api::{UserError, schema};

            /// The variables.
            #[derive(cynic::QueryVariables, Clone, Debug)]
            pub(crate) struct Variables {
                input: $given,
            }

            /// What comes back.
            #[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
            #[cynic(graphql_type = "Mutation", variables = "Variables")]
            pub(crate) struct Answer {
                #[arguments(input: $input)]
                pub(crate) $name: Payload,
            }

            /// What was wrong.
            #[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
            #[cynic(graphql_type = $payload)]
            pub(crate) struct Payload {
                pub(crate) user_errors: Vec<UserError>,
            }

            /// Asks for it.
            pub(crate) fn ask(input: $given) -> cynic::Operation<Answer, Variables> {
                Answer::build(Variables { input })
            }
        }
    };
}
