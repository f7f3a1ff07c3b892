//! Differences in the order one reads them: by section, and in it by the question they stand under. Pure.

use super::queries::comparison::FrameworkDifference;
use crate::framework::sections::Section;

/// What differs in a section.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SectionDifferences {
    /// Which.
    pub(crate) section: Section,
    /// By question, in the order they came.
    pub(crate) groups: Vec<Group>,
}

/// What differs under a question; among the directory's services, where it is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// The differences, all of the same question.
    pub(crate) differences: Vec<FrameworkDifference>,
}

/// The differences by section and question; sections without any are left out.
pub(crate) fn by_section(differences: &[FrameworkDifference]) -> Vec<SectionDifferences> {
    let of = |section: Section| {
        let mut groups: Vec<Group> = Vec::new();
        for one in differences.iter().filter(|one| one.section == section) {
            let same = |group: &&mut Group| {
                group.differences.first().is_some_and(|first| first.question_da == one.question_da)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.differences.push(one.clone()),
                None => groups.push(Group { differences: vec![one.clone()] }),
            }
        }
        SectionDifferences { section, groups }
    };
    Section::ALL.into_iter().map(of).filter(|section| !section.groups.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::queries::values::DifferenceKind;
    use super::*;

    fn difference(section: Section, question: Option<&str>, name: &str) -> FrameworkDifference {
        FrameworkDifference {
            section,
            question_da: question.map(str::to_owned),
            question_en: question.map(str::to_owned),
            kind: DifferenceKind::Row,
            name: name.to_owned(),
            was_there: true,
            is_there: true,
            fields: Vec::new(),
        }
    }

    #[test]
    fn sections_in_their_order_and_questions_in_theirs() {
        let found = by_section(&[
            difference(Section::Directory, None, "Værestedet"),
            difference(Section::Organisation, Some("Hvor mødes I?"), "Netværksgruppen"),
            difference(Section::Organisation, Some("Hvem opsøger?"), "Gadeplan"),
            difference(Section::Organisation, Some("Hvor mødes I?"), "Styregruppen"),
        ]);
        let told: Vec<(Section, Vec<Vec<&str>>)> = found
            .iter()
            .map(|section| {
                let names = |group: &Group| group.differences.len();
                assert!(section.groups.iter().all(|group| names(group) > 0));
                let groups = section
                    .groups
                    .iter()
                    .map(|group| group.differences.iter().map(|one| one.name.as_str()).collect::<Vec<_>>());
                (section.section, groups.collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                (Section::Organisation, vec![vec!["Netværksgruppen", "Styregruppen"], vec!["Gadeplan"]]),
                (Section::Directory, vec![vec!["Værestedet"]]),
            ]
        );
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert!(by_section(&[]).is_empty());
    }
}
