//! A municipality: the tenant under which everything is looked up.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use search::LONGEST;

use super::prompt::Prompts;
use super::request;
use crate::audit::graphql::{AuditConnection, AuditFilter};
use crate::desk::graphql::Desk;
use crate::directory::editing::graphql::{ChangeConnection, Concept};
use crate::directory::editions::graphql::{EditionDifference, FixedEdition};
use crate::directory::exchange::graphql::ImportRun;
use crate::directory::facets::Filter;
use crate::directory::graphql::{
    CatalogueEdition, ContactConnection, Organisation, OrganisationConnection, Sector, Service,
    ServiceConnection, ServiceFilter, TargetGroup, Theme,
};
use crate::directory::proposals::graphql::{ProposalConnection, ProposalStatus};
use crate::directory::upkeep;
use crate::directory::upkeep::graphql::OverdueConnection;
use crate::directory::{Directory, service};
use crate::error::Result;
use crate::framework::cycle::graphql::{FrameworkComparison, FrameworkEdition};
use crate::framework::draft::graphql::Framework;
use crate::identity;
use crate::identity::people::graphql::PersonRoleConnection;
use crate::identity::settings::graphql::MunicipalitySettings;
use crate::ids::NodeId;
use crate::plan::graphql::Plan;

/// The beginning of what was typed.
fn as_typed(search: Option<&str>) -> Option<&str> {
    search.map(|text| text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]))
}

/// A municipality with its service directory.
pub struct Municipality(pub(crate) Arc<Directory>);

/// A municipality with its service directory.
#[Object]
impl Municipality {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Municipality(self.0.municipality.id).to_string().into()
    }

    /// First part of its paths, for example `esbjerg`.
    async fn slug(&self) -> &str {
        &self.0.municipality.slug
    }

    /// The three-digit municipality code of the CPR register.
    async fn code(&self) -> &str {
        &self.0.municipality.code
    }

    /// Full name, for example “Esbjerg Kommune”.
    async fn name(&self) -> &str {
        &self.0.municipality.name
    }

    /// Its own web site.
    async fn website(&self) -> Option<&str> {
        self.0.municipality.website.as_deref()
    }

    /// Whether this installation is a demo, not to be relied on.
    async fn is_demo(&self, context: &Context<'_>) -> bool {
        request(context).app().is_demo()
    }

    /// The current edition of the printable catalogue; null where none has been published.
    async fn catalogue(&self) -> Option<CatalogueEdition> {
        CatalogueEdition::of(&self.0)
    }

    /// The editions of the catalogue that have been fixed, the newest first; at most 100.
    #[graphql(complexity = "20 * child_complexity")]
    async fn catalogue_editions(&self, context: &Context<'_>) -> Result<Vec<FixedEdition>> {
        FixedEdition::list(context, &self.0).await
    }

    /// Where an edition and today's public directory differ.
    #[graphql(complexity = "100 * child_complexity")]
    async fn catalogue_comparison(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The edition's number.")] number: i32,
    ) -> Result<Vec<EditionDifference>> {
        EditionDifference::list(context, &self.0, number).await
    }

    /// When anything in the directory was last changed.
    async fn directory_updated_at(&self) -> DateTime<Utc> {
        self.0.municipality.updated_at
    }

    /// The approved editions of the overall framework, the newest first, at most 100; empty for whom they are not for.
    #[graphql(complexity = "50 + 10 * child_complexity", cache_control(max_age = 1))]
    async fn framework_editions(&self, context: &Context<'_>) -> Result<Vec<FrameworkEdition>> {
        FrameworkEdition::list(context, &self.0).await
    }

    /// An edition of the overall framework; null where there is none, or it is not for these eyes.
    #[graphql(complexity = "20 + child_complexity", cache_control(max_age = 1))]
    async fn framework_edition(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Its number; the newest where none is given.")] number: Option<i32>,
    ) -> Result<Option<FrameworkEdition>> {
        FrameworkEdition::find(context, &self.0, number).await
    }

    /// What an edition of the overall framework says otherwise than another, or than what is being written now.
    #[graphql(complexity = "100 + child_complexity", cache_control(max_age = 1))]
    async fn framework_comparison(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The number of the first edition.")] from: i32,
        #[graphql(
            desc = "The number of the second; what is being written now where none is given, for those with a role here."
        )]
        to: Option<i32>,
    ) -> Result<FrameworkComparison> {
        FrameworkComparison::read(context, &self.0, from, to).await
    }

    /// Services whose day of checking has come or gone by, the longest overdue first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn overdue(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<OverdueConnection> {
        OverdueConnection::new(context, self.0.clone(), first, after.as_deref()).await
    }

    /// A file that was sent in; null where there is none.
    async fn import(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The file's key.")] id: ID,
    ) -> Result<Option<ImportRun>> {
        ImportRun::find(context, &self.0, &id).await
    }

    /// Proposals and reported errors, the newest first: all for a project leader, others see their own.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn proposals(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
        #[graphql(desc = "Only those that stand there.")] status: Option<Vec<ProposalStatus>>,
    ) -> Result<ProposalConnection> {
        ProposalConnection::of(context, &self.0, first, after.as_deref(), status).await
    }

    /// What waits for the viewer here; for everybody with a role here.
    #[graphql(complexity = "4 * child_complexity")]
    async fn desk(&self, context: &Context<'_>) -> Result<Desk> {
        Desk::read(context, &self.0).await
    }

    /// How many changes of the directory there have been since the viewer last looked through them.
    async fn changes_since_last_look(&self, context: &Context<'_>) -> Result<u64> {
        Ok(upkeep::service::changes_since_last_look(request(context), &self.0).await?.0)
    }

    /// When the viewer last looked through the changes; null where never.
    async fn last_look_at(&self, context: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(upkeep::service::changes_since_last_look(request(context), &self.0).await?.1)
    }

    /// The overall framework while it is written; null where nothing has been begun, and for those without a role here.
    async fn framework(&self, context: &Context<'_>) -> Result<Option<Framework>> {
        Framework::of(context, &self.0).await
    }

    /// The themes: chapters of the catalogue, in order.
    #[graphql(complexity = "10 * child_complexity")]
    async fn themes(&self, context: &Context<'_>) -> Result<Prompts<Theme>> {
        Theme::list(context, &self.0, 0..self.0.themes.len())
    }

    /// The municipality's own words beside the thesaurus that is shipped, by label; for those who may change them.
    #[graphql(complexity = "10 * child_complexity")]
    async fn concepts(&self, context: &Context<'_>) -> Result<Vec<Concept>> {
        Concept::list(context, &self.0)
    }

    /// What has changed in the directory, the newest first; for everybody with a role here.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn changes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
        #[graphql(desc = "Only those of this entry.")] subject: Option<ID>,
        #[graphql(desc = "Only those after this moment.")] since: Option<DateTime<Utc>>,
    ) -> Result<ChangeConnection> {
        ChangeConnection::read(context, &self.0, first, after, subject, since).await
    }

    /// The groups of people that services are for, in order.
    #[graphql(complexity = "10 * child_complexity")]
    async fn target_groups(&self, context: &Context<'_>) -> Result<Prompts<TargetGroup>> {
        TargetGroup::list(context, &self.0, 0..self.0.target_groups.len())
    }

    /// Services that answer the words and the filter: the best first with words, else by the alphabet.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn services(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What somebody typed: lay words, names, numbers, half a sentence.")] search: Option<
            String,
        >,
        #[graphql(desc = "What must hold of the services.")] filter: Option<ServiceFilter>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<ServiceConnection> {
        let filter = filter.map_or_else(|| Ok(Filter::default()), |filter| filter.read(&self.0))?;
        let found = service::find_services(request(context), &self.0, as_typed(search.as_deref()), filter)?;
        ServiceConnection::new(found, first, after.as_deref())
    }

    /// The service with this slug; null where there is none.
    async fn service(&self, #[graphql(desc = "Last part of its path.")] slug: String) -> Option<Service> {
        self.0.service_by_slug(&slug).map(|at| Service::new(self.0.clone(), at))
    }

    /// Organisations, parents before their children.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn organisations(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Beginnings of words of the name.")] search: Option<String>,
        #[graphql(desc = "Only those run by one of these.")] sectors: Option<Vec<Sector>>,
        #[graphql(desc = "Only those that are part of no other.", default = false)] top_level_only: bool,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<OrganisationConnection> {
        let mut found = service::find_organisations(request(context), &self.0, as_typed(search.as_deref()))?;
        found.retain(|at| {
            let organisation = &self.0.organisations[*at];
            let sector_fits = sectors
                .as_ref()
                .is_none_or(|sectors| sectors.contains(&Sector::from(organisation.row.sector)));
            sector_fits && (!top_level_only || organisation.parent.is_none())
        });
        OrganisationConnection::new(self.0.clone(), found, first, after.as_deref())
    }

    /// The organisation with this slug; null where there is none.
    async fn organisation(
        &self,
        #[graphql(desc = "Last part of its path.")] slug: String,
    ) -> Option<Organisation> {
        self.0.organisation_by_slug(&slug).map(|at| Organisation::new(self.0.clone(), at))
    }

    /// Contacts that the words lead to: by name, title, unit or number, or else by what their services do.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn contacts(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What somebody typed.")] search: Option<String>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<ContactConnection> {
        let found = service::find_contacts(request(context), &self.0, as_typed(search.as_deref()))?;
        ContactConnection::new(self.0.clone(), found, first, after.as_deref())
    }

    /// Everybody with a role here, by name.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn people(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<PersonRoleConnection> {
        PersonRoleConnection::read(context, &self.0, first, after.as_deref()).await
    }

    /// What it sets for itself.
    async fn settings(&self, context: &Context<'_>) -> Result<MunicipalitySettings> {
        let settings = identity::settings::service::read(request(context), self.0.municipality.id);
        Ok(settings.await?.into())
    }

    /// What was done here, the newest first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn audit(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
        #[graphql(desc = "Which entries.")] filter: Option<AuditFilter>,
    ) -> Result<AuditConnection> {
        AuditConnection::read(context, Some(self.0.clone()), first, after, filter).await
    }

    /// Its plans that are for the viewer, the newest first; at most 50.
    #[graphql(complexity = "50 + 10 * child_complexity", cache_control(max_age = 1))]
    async fn plans(&self, context: &Context<'_>) -> Result<Vec<Plan>> {
        Plan::list(context, &self.0).await
    }

    /// The plan with this key; null where there is none, or not for the viewer.
    #[graphql(complexity = "20 + child_complexity", cache_control(max_age = 1))]
    async fn plan(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The plan's key.")] id: ID,
    ) -> Result<Option<Plan>> {
        Plan::find(context, &self.0, &id).await
    }
}
