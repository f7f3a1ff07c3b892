//! Keys as the API shows them: opaque strings such as `service:0190b3…`, and new keys from the clock.

use chrono::{DateTime, Utc};
use entity::ids::{ConceptId, ContactId, MunicipalityId, OrganisationId, ServiceId, TargetGroupId, ThemeId};
use uuid::fmt::Hyphenated;
use uuid::{NoContext, Timestamp, Uuid};

/// A key that can be looked up by `node(id:)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeId {
    /// A municipality.
    Municipality(MunicipalityId),
    /// A theme.
    Theme(ThemeId),
    /// A target group.
    TargetGroup(TargetGroupId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A contact.
    Contact(ContactId),
    /// A service.
    Service(ServiceId),
    /// A concept of a municipality's own.
    Concept(ConceptId),
}

impl NodeId {
    /// Reads an opaque key; `None` where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, key) = text.split_once(':')?;
        let key = Uuid::try_parse(key).ok()?;
        Some(match kind {
            "municipality" => Self::Municipality(MunicipalityId(key)),
            "theme" => Self::Theme(ThemeId(key)),
            "target-group" => Self::TargetGroup(TargetGroupId(key)),
            "organisation" => Self::Organisation(OrganisationId(key)),
            "contact" => Self::Contact(ContactId(key)),
            "service" => Self::Service(ServiceId(key)),
            "concept" => Self::Concept(ConceptId(key)),
            _ => return None,
        })
    }
}

impl NodeId {
    /// As the API shows it; written in one go, because an answer holds hundreds.
    pub fn show(self) -> String {
        let (kind, key) = match self {
            Self::Municipality(id) => ("municipality", id.0),
            Self::Theme(id) => ("theme", id.0),
            Self::TargetGroup(id) => ("target-group", id.0),
            Self::Organisation(id) => ("organisation", id.0),
            Self::Contact(id) => ("contact", id.0),
            Self::Service(id) => ("service", id.0),
            Self::Concept(id) => ("concept", id.0),
        };
        let mut text = String::with_capacity(kind.len() + 1 + Hyphenated::LENGTH);
        text.push_str(kind);
        text.push(':');
        text.push_str(key.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
        text
    }
}

impl std::fmt::Display for NodeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.show())
    }
}

/// A key that the API shows and takes, of something that `node(id:)` does not find: people, sessions, entries of logs.
pub trait Opaque: Sized {
    /// The word before the colon.
    const KIND: &'static str;

    /// As the API shows it.
    fn show(&self) -> String;

    /// Reads what the API has shown; `None` where it is something else.
    fn read(text: &str) -> Option<Self>;
}

macro_rules! opaque {
    ($($name:ident = $kind:literal),+ $(,)?) => {$(
        impl Opaque for entity::ids::$name {
            const KIND: &'static str = $kind;

            fn show(&self) -> String {
                format!("{}:{}", Self::KIND, self.0)
            }

            fn read(text: &str) -> Option<Self> {
                let (kind, key) = text.split_once(':')?;
                (kind == Self::KIND).then(|| Uuid::try_parse(key).ok().map(Self)).flatten()
            }
        }
    )+};
}

opaque! {
    ActivityId = "activity",
    AuditEntryId = "audit-entry",
    CatalogueEditionId = "catalogue-edition",
    ConceptId = "concept",
    DirectoryChangeId = "change",
    FrameworkChangeId = "framework-change",
    FrameworkEditionId = "framework-edition",
    FrameworkId = "framework",
    FrameworkQuestionId = "framework-question",
    FrameworkRemarkId = "framework-remark",
    FrameworkSectionId = "framework-section",
    FrameworkSubmissionId = "framework-submission",
    GoalId = "goal",
    ImportRunId = "import",
    OutgoingMailId = "mail",
    PersonId = "person",
    PlanId = "plan",
    ProposalId = "proposal",
    RegisterRowId = "register-row",
    RoleGrantId = "role",
    SessionId = "session",
}

/// A new UUIDv7 for the given time.
pub fn new_key(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself_and_nothing_else_does() {
        let id = NodeId::Service(ServiceId(new_key(DateTime::from_timestamp(1_700_000_000, 0).unwrap())));
        assert_eq!(NodeId::parse(&id.to_string()), Some(id));
        for wrong in ["", "service", "service:", "service:7", "person:0190b3c2-0000-7000-8000-000000000000"] {
            assert_eq!(NodeId::parse(wrong), None, "{wrong}");
        }
    }
}
