//! A search in words: *19 tilbud om bolig for unge, uden henvisning*. Written once here, shown above the list and
//! read aloud when it changes.

use super::Search;
use super::facet::Facet;
use crate::counted;
use crate::directory::queries::enums::{Access, Sector};
use crate::directory::queries::hits::ServiceFacets;
use crate::directory::signs::words;
use crate::format::words::{or_list, uncapitalised};
use crate::language::{Locale, td_string};

/// How many, of what. Without facets (still awaited) a slug stands for its name.
pub(crate) fn in_words(
    locale: Locale,
    total: i32,
    search: &Search,
    facets: Option<&ServiceFacets>,
) -> String {
    let mut sentence = counted!(locale, total, list.one_service, list.many_services);
    let labels = |facet: Facet| -> Vec<String> {
        let counts = facets.map(|facets| facet.counts(facets)).unwrap_or_default();
        facet.chosen(search).iter().map(|value| facet.label(locale, value, counts)).collect()
    };
    let small =
        |facet: Facet| -> Vec<String> { labels(facet).iter().map(|label| uncapitalised(label)).collect() };
    if !search.themes.is_empty() {
        let themes = or_list(locale, &small(Facet::Theme));
        sentence.push_str(&td_string!(locale, list.about_themes, themes = themes));
    }
    if !search.target_groups.is_empty() {
        let groups = or_list(locale, &small(Facet::TargetGroup));
        sentence.push_str(&td_string!(locale, list.for_groups, groups = groups));
    }
    if let Some(text) = search.typed() {
        sentence.push_str(&td_string!(locale, list.matching, text = text));
    }
    if !search.organisations.is_empty() {
        let organisations = or_list(locale, &labels(Facet::Organisation));
        sentence.push_str(&td_string!(locale, list.at_organisations, organisations = organisations));
    }
    let mut conditions = Vec::new();
    if search.is_without_referral() {
        conditions.push(td_string!(locale, list.without_referral).to_owned());
    } else if !search.access.is_empty() {
        let ways: Vec<String> = search.access.iter().map(|access| access_words(locale, *access)).collect();
        conditions.push(or_list(locale, &ways));
    }
    if !search.age_groups.is_empty() {
        let ages: Vec<String> = search.age_groups.iter().map(|age| words::age(locale, *age)).collect();
        conditions.push(td_string!(locale, list.for_ages, ages = or_list(locale, &ages)));
    }
    if !search.sectors.is_empty() {
        let sectors: Vec<String> =
            search.sectors.iter().map(|sector| sector_words(locale, *sector)).collect();
        conditions.push(or_list(locale, &sectors));
    }
    if search.is_open_now {
        conditions.push(td_string!(locale, list.open_now_words).to_owned());
    }
    for condition in conditions {
        sentence.push_str(", ");
        sentence.push_str(&condition);
    }
    sentence
}

fn access_words(locale: Locale, access: Access) -> String {
    match access {
        Access::Open => td_string!(locale, list.words_open),
        Access::Referral => td_string!(locale, list.words_referral),
        Access::SelfReferral => td_string!(locale, list.words_self_referral),
        Access::LegalDuty => td_string!(locale, list.words_legal_duty),
    }
    .to_owned()
}

fn sector_words(locale: Locale, sector: Sector) -> String {
    uncapitalised(&words::sector_plural(locale, sector))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::queries::enums::AgeGroup;

    #[test]
    fn a_search_in_words() {
        let mut search = Search::without_referral();
        search.target_groups = vec!["unge".into()];
        assert_eq!(in_words(Locale::da, 19, &search, None), "19 tilbud for unge, uden henvisning");
        search.themes = vec!["bolig".into(), "sundhed".into()];
        search.is_open_now = true;
        assert_eq!(
            in_words(Locale::en, 1, &search, None),
            "1 service about bolig or sundhed for unge, without referral, open now"
        );
    }

    #[test]
    fn typed_words_ages_and_sectors() {
        let mut search = Search::of_text("hash");
        search.age_groups = vec![AgeGroup::From18To30];
        search.sectors = vec![Sector::Voluntary, Sector::Private];
        assert_eq!(
            in_words(Locale::da, 3, &search, None),
            "3 tilbud der passer på «hash», til 18–30 år, frivillige eller private"
        );
        assert_eq!(in_words(Locale::da, 0, &Search::default(), None), "0 tilbud");
    }
}
