//! Figures in a table of groups and years, with what they add up to, and how long their bars are. Pure.

/// A number, or from one to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// At least.
    pub(super) from: f64,
    /// At most, where that is more.
    pub(super) to: Option<f64>,
}

impl Span {
    /// A number, or a span where `to` says so.
    pub(super) fn new(from: f64, to: Option<f64>) -> Self {
        Self { from, to: to.filter(|to| *to > from) }
    }

    /// The most it can be.
    pub(super) fn most(self) -> f64 {
        self.to.unwrap_or(self.from)
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.from + other.from, Some(self.most() + other.most()))
    }
}

/// Groups down, years or days across.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matrix<C> {
    /// The columns, in order.
    pub(super) columns: Vec<C>,
    /// Each group with its cells, one for each column. A cell can hold several figures, where sources differ.
    pub(super) rows: Vec<(String, Vec<Vec<Span>>)>,
}

impl<C: Copy + Ord> Matrix<C> {
    /// The table of figures; groups stand in the order in which they come.
    pub(super) fn new(figures: impl IntoIterator<Item = (String, C, Span)>) -> Self {
        let figures: Vec<(String, C, Span)> = figures.into_iter().collect();
        let mut columns: Vec<C> = figures.iter().map(|(_, column, _)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        let mut rows: Vec<(String, Vec<Vec<Span>>)> = Vec::new();
        for (group, column, span) in figures {
            let row = rows.iter().position(|(known, _)| *known == group).unwrap_or_else(|| {
                rows.push((group, vec![Vec::new(); columns.len()]));
                rows.len() - 1
            });
            if let Ok(at) = columns.binary_search(&column) {
                rows[row].1[at].push(span);
            }
        }
        Self { columns, rows }
    }

    /// What each column adds up to; where sources differ, the first counts.
    pub(super) fn totals(&self) -> Vec<Span> {
        let total = |at: usize| {
            let first = self.rows.iter().filter_map(|(_, cells)| cells[at].first());
            first.fold(Span::new(0.0, None), |sum, span| sum.plus(*span))
        };
        (0..self.columns.len()).map(total).collect()
    }

    /// The largest figure.
    pub(super) fn most(&self) -> f64 {
        self.rows
            .iter()
            .flat_map(|(_, cells)| cells.iter().flatten())
            .map(|span| span.most())
            .fold(0.0, f64::max)
    }
}

/// The end of a scale that `most` fits on, and how far it is from mark to mark: 1, 2 or 5 times a power of ten.
pub(super) fn scale(most: f64) -> (f64, f64) {
    if most <= 0.0 {
        return (1.0, 1.0);
    }
    let rough = most / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= rough);
    // People are counted whole.
    let step = step.unwrap_or(rough).max(1.0);
    ((most / step).ceil() * step, step)
}

/// How much of a scale a figure takes, in per cent.
pub(super) fn share(figure: f64, end: f64) -> f64 {
    (figure / end * 100.0).clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three_years() -> Matrix<i32> {
        Matrix::new([
            ("Mænd".to_owned(), 2015, Span::new(20.0, Some(25.0))),
            ("Kvinder".to_owned(), 2014, Span::new(10.0, None)),
            ("Mænd".to_owned(), 2014, Span::new(18.0, None)),
            ("Mænd".to_owned(), 2016, Span::new(30.0, None)),
            ("Kvinder".to_owned(), 2016, Span::new(12.0, Some(12.0))),
        ])
    }

    #[test]
    fn groups_stand_down_and_years_across() {
        let matrix = three_years();
        assert_eq!(matrix.columns, [2014, 2015, 2016]);
        let groups: Vec<&str> = matrix.rows.iter().map(|(group, _)| group.as_str()).collect();
        assert_eq!(groups, ["Mænd", "Kvinder"]);
        assert!(matrix.rows[1].1[1].is_empty());
        assert!((matrix.most() - 30.0).abs() < f64::EPSILON);
    }

    #[test]
    fn totals_keep_the_spans() {
        let totals = three_years().totals();
        assert_eq!(totals[0], Span::new(28.0, None));
        assert_eq!(totals[1], Span::new(20.0, Some(25.0)));
        assert_eq!(totals[2], Span { from: 42.0, to: None });
    }

    #[test]
    fn where_sources_differ_both_are_kept_and_one_is_counted() {
        let matrix = Matrix::new([
            ("Alle".to_owned(), 2014, Span::new(100.0, None)),
            ("Alle".to_owned(), 2014, Span::new(120.0, None)),
        ]);
        assert_eq!(matrix.rows[0].1[0].len(), 2);
        assert_eq!(matrix.totals(), [Span::new(100.0, None)]);
    }

    #[test]
    fn a_scale_ends_on_a_round_number() {
        assert_eq!(scale(30.0), (30.0, 10.0));
        assert_eq!(scale(7.0), (8.0, 2.0));
        assert_eq!(scale(1_234.0), (1_500.0, 500.0));
        assert_eq!(scale(2.0), (2.0, 1.0));
        assert_eq!(scale(0.0), (1.0, 1.0));
    }

    #[test]
    fn bars_stay_on_the_scale() {
        assert_eq!(share(15.0, 30.0), 50.0);
        assert_eq!(share(40.0, 30.0), 100.0);
    }
}
