//! Newtype keys: a key of one table cannot be taken for a key of another. All are UUIDv7, so keys sort by time.

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveValueType)]
        pub struct $name(pub Uuid);

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

ids! {
    /// Key of `activity`.
    ActivityId,
    /// Key of `audit_entry`.
    AuditEntryId,
    /// Key of `catalogue_edition`.
    CatalogueEditionId,
    /// Key of `concept`.
    ConceptId,
    /// Key of `contact`.
    ContactId,
    /// Key of `cost_option`.
    CostOptionId,
    /// Key of `directory_change`.
    DirectoryChangeId,
    /// Key of `email`.
    EmailId,
    /// Key of `framework_change`.
    FrameworkChangeId,
    /// Key of `framework_edition`.
    FrameworkEditionId,
    /// Key of `framework`.
    FrameworkId,
    /// Key of `framework_question`.
    FrameworkQuestionId,
    /// Key of `framework_remark`.
    FrameworkRemarkId,
    /// Key of `framework_section`.
    FrameworkSectionId,
    /// Key of `framework_submission`.
    FrameworkSubmissionId,
    /// Key of `goal`.
    GoalId,
    /// Key of `import_run`.
    ImportRunId,
    /// Key of `key_figure`.
    KeyFigureId,
    /// Key of `legal_basis`.
    LegalBasisId,
    /// Key of `link`.
    LinkId,
    /// Key of `location`.
    LocationId,
    /// Key of `municipality`.
    MunicipalityId,
    /// Key of `one_time_link`.
    OneTimeLinkId,
    /// Key of `organisation`.
    OrganisationId,
    /// Key of `outgoing_mail`.
    OutgoingMailId,
    /// Key of `person`.
    PersonId,
    /// Key of `phone`.
    PhoneId,
    /// Key of `plan`.
    PlanId,
    /// Key of `proposal`.
    ProposalId,
    /// Key of `register_row`.
    RegisterRowId,
    /// Key of `role_grant`.
    RoleGrantId,
    /// Key of `schedule_exception`.
    ScheduleExceptionId,
    /// Key of `schedule`.
    ScheduleId,
    /// Key of `service_capacity`.
    ServiceCapacityId,
    /// Key of `service`.
    ServiceId,
    /// Key of `session`.
    SessionId,
    /// Key of `target_group`.
    TargetGroupId,
    /// Key of `theme`.
    ThemeId,
}
