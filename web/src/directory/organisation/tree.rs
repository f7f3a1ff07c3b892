//! The organisations as a tree. The API gives them one by one, each naming what it is part of: a query that walked the
//! tree would grow with its depth.

use crate::api::{Api, Failure};
use crate::directory::queries::enums::Sector;
use crate::directory::queries::organisations::{ListedOrganisation, page};

/// An organisation and what lies below it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Branch {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Who owns it.
    pub(crate) sector: Sector,
    /// Services here and below.
    pub(crate) service_count: i32,
    /// What lies below it.
    pub(crate) below: Vec<Branch>,
}

/// Fetches all organisations; `None` if there is no such municipality.
pub(crate) async fn fetch(api: Api, slug: String) -> Result<Option<Vec<Branch>>, Failure> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let answer = api.ask(page(slug.clone(), after)).await?;
        let Some(municipality) = answer.municipality else { return Ok(None) };
        all.extend(municipality.organisations.nodes);
        let page = municipality.organisations.page_info;
        after = page.next();
        if after.is_none() {
            return Ok(Some(grown(&all)));
        }
    }
}

/// The tree of those listed; one whose parent is not listed stands at the top.
fn grown(all: &[ListedOrganisation]) -> Vec<Branch> {
    let is_listed = |slug: &str| all.iter().any(|one| one.slug == slug);
    let is_top =
        |one: &&ListedOrganisation| one.parent.as_ref().is_none_or(|parent| !is_listed(&parent.slug));
    all.iter().filter(is_top).map(|one| branch(one, all)).collect()
}

fn branch(one: &ListedOrganisation, all: &[ListedOrganisation]) -> Branch {
    let is_below = |other: &&ListedOrganisation| {
        other.slug != one.slug && other.parent.as_ref().is_some_and(|parent| parent.slug == one.slug)
    };
    Branch {
        slug: one.slug.clone(),
        name: one.name.clone(),
        sector: one.sector,
        service_count: one.service_count,
        below: all.iter().filter(is_below).map(|below| branch(below, all)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::queries::organisations::ParentSlug;

    fn listed(slug: &str, parent: Option<&str>) -> ListedOrganisation {
        ListedOrganisation {
            slug: slug.into(),
            name: slug.to_uppercase(),
            sector: Sector::Municipal,
            service_count: 0,
            parent: parent.map(|slug| ParentSlug { slug: slug.into() }),
        }
    }

    #[test]
    fn each_stands_below_its_parent() {
        let all =
            [listed("branch", None), listed("department", Some("branch")), listed("lost", Some("elsewhere"))];
        let tree = grown(&all);
        assert_eq!(tree.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(), ["branch", "lost"]);
        assert_eq!(tree[0].below[0].slug, "department");
    }
}
