//! The other entries that a form refers to, by name: all of them, page by page.

use cynic::QueryBuilder;

use crate::api::{Api, Failure, schema};
use crate::directory::queries::hits::PageInfo;
use crate::editing::fields::Source;
use crate::identity::queries::people;

/// Most pages that are asked for; a municipality with more is searched in other ways.
const PAGES: usize = 20;

/// What can be chosen: id and name, by kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Choices(Vec<(Source, Vec<(String, String)>)>);

impl Choices {
    /// What can be chosen of a kind.
    pub(crate) fn of(&self, source: Source) -> &[(String, String)] {
        self.0.iter().find(|(kind, _)| *kind == source).map_or(&[], |(_, all)| all)
    }

    /// The name of one, if it is known.
    pub(crate) fn name(&self, source: Source, id: &str) -> Option<&str> {
        self.of(source).iter().find(|(known, _)| known == id).map(|(_, name)| name.as_str())
    }
}

/// Everything that entries refer to in a municipality.
///
/// # Errors
/// The first question that is not answered. Who can have duties is known to project leaders only; for others it stays
/// empty.
pub(crate) async fn load(api: Api, slug: String, wanted: &[Source]) -> Result<Choices, Failure> {
    let mut all = Vec::new();
    for source in wanted {
        let found = match source {
            Source::People => people_of(api, &slug).await.unwrap_or_default(),
            Source::Themes | Source::TargetGroups => {
                let answer = api.ask(Headings::build(Place { slug: slug.clone(), after: None })).await?;
                answer.municipality.map(|found| found.of(*source)).unwrap_or_default()
            }
            Source::Organisations | Source::Contacts | Source::Services => {
                entries(api, &slug, *source).await?
            }
        };
        all.push((*source, found));
    }
    Ok(Choices(all))
}

async fn entries(api: Api, slug: &str, source: Source) -> Result<Vec<(String, String)>, Failure> {
    let (mut all, mut after) = (Vec::new(), None);
    for _ in 0..PAGES {
        let place = Place { slug: slug.to_owned(), after };
        let page = match source {
            Source::Contacts => api.send(Contacts::build(place)).await?.page(),
            Source::Services => api.ask(Services::build(place)).await?.page(),
            _ => api.ask(Organisations::build(place)).await?.page(),
        };
        let Some((named, next)) = page else { break };
        all.extend(named.into_iter().map(|one| (one.id.into_inner(), one.name)));
        after = next.next();
        if after.is_none() {
            break;
        }
    }
    Ok(all)
}

async fn people_of(api: Api, slug: &str) -> Option<Vec<(String, String)>> {
    let answer = api.send(people::page(slug.to_owned(), None)).await.ok()?;
    let people = answer.municipality?.people.nodes.into_iter().map(|one| one.person);
    Some(people.map(|person| (person.id.into_inner(), person.name)).collect())
}

#[derive(cynic::QueryVariables, Clone, Debug)]
struct Place {
    slug: String,
    after: Option<String>,
}

/// Something with an id and a name.
struct Named {
    id: cynic::Id,
    name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Place")]
struct Organisations {
    #[arguments(slug: $slug)]
    municipality: Option<OrganisationsPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Place")]
struct OrganisationsPlace {
    #[arguments(first: 100, after: $after)]
    organisations: NamedOrganisations,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "OrganisationConnection")]
struct NamedOrganisations {
    nodes: Vec<NamedOrganisation>,
    page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Organisation")]
struct NamedOrganisation {
    id: cynic::Id,
    name: String,
}

impl Organisations {
    fn page(self) -> Option<(Vec<Named>, PageInfo)> {
        let page = self.municipality?.organisations;
        let named = page.nodes.into_iter().map(|one| Named { id: one.id, name: one.name });
        Some((named.collect(), page.page_info))
    }
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Place")]
struct Contacts {
    #[arguments(slug: $slug)]
    municipality: Option<ContactsPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Place")]
struct ContactsPlace {
    #[arguments(first: 100, after: $after)]
    contacts: NamedContacts,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ContactConnection")]
struct NamedContacts {
    nodes: Vec<NamedContact>,
    page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Contact")]
struct NamedContact {
    id: cynic::Id,
    name: String,
}

impl Contacts {
    fn page(self) -> Option<(Vec<Named>, PageInfo)> {
        let page = self.municipality?.contacts;
        let named = page.nodes.into_iter().map(|one| Named { id: one.id, name: one.name });
        Some((named.collect(), page.page_info))
    }
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Place")]
struct Services {
    #[arguments(slug: $slug)]
    municipality: Option<ServicesPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Place")]
struct ServicesPlace {
    #[arguments(first: 100, after: $after)]
    services: NamedServices,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ServiceConnection")]
struct NamedServices {
    nodes: Vec<NamedService>,
    page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Service")]
struct NamedService {
    id: cynic::Id,
    name: String,
}

impl Services {
    fn page(self) -> Option<(Vec<Named>, PageInfo)> {
        let page = self.municipality?.services;
        let named = page.nodes.into_iter().map(|one| Named { id: one.id, name: one.name });
        Some((named.collect(), page.page_info))
    }
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Place")]
struct Headings {
    #[arguments(slug: $slug)]
    municipality: Option<HeadingsPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality")]
struct HeadingsPlace {
    themes: Vec<NamedTheme>,
    target_groups: Vec<NamedTargetGroup>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Theme")]
struct NamedTheme {
    id: cynic::Id,
    name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "TargetGroup")]
struct NamedTargetGroup {
    id: cynic::Id,
    name: String,
}

impl HeadingsPlace {
    fn of(self, source: Source) -> Vec<(String, String)> {
        match source {
            Source::Themes => self.themes.into_iter().map(|one| (one.id.into_inner(), one.name)).collect(),
            _ => self.target_groups.into_iter().map(|one| (one.id.into_inner(), one.name)).collect(),
        }
    }
}
