//! The scale of the time line: which months it spans, where a day lies on it, and where a label has room. Pure.

use crate::format::date::Date;

/// How far outside the plan's own time today may lie and still be drawn, in months.
const NEAR: i32 = 6;

/// Up to so many months each has a mark; with more it is quarters, then years.
const MONTHS: i32 = 18;
const QUARTERS: i32 = 60;

/// Whole months, from the first of one to the first of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// The first month, counted from year 0.
    first: i32,
    /// How many months.
    months: i32,
    /// How long the stretch between two marks is.
    unit: Unit,
}

/// How long the stretch between two marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A month.
    Month,
    /// Three of them.
    Quarter,
    /// Twelve of them.
    Year,
}

impl Unit {
    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A mark: where a month, quarter or year begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// Where, from 0 to 1.
    pub(super) at: f64,
    /// The day it begins.
    pub(super) date: Date,
}

/// Where today is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Today {
    /// Before the time line begins.
    Before,
    /// On it, from 0 to 1.
    At(f64),
    /// After it ends.
    After,
}

impl Scale {
    /// The months that these days lie in, and this one where it is near; none where there are no days.
    pub(super) fn over(days: impl IntoIterator<Item = Date>, today: Date) -> Option<Self> {
        let months: Vec<i32> = days.into_iter().map(month_of).collect();
        let (mut first, mut last) = (*months.iter().min()?, *months.iter().max()?);
        let now = month_of(today);
        if (first - NEAR..=last + NEAR).contains(&now) {
            (first, last) = (first.min(now), last.max(now));
        }
        let unit = match last - first {
            ..MONTHS => Unit::Month,
            MONTHS..QUARTERS => Unit::Quarter,
            _ => Unit::Year,
        };
        // It begins and ends where a mark is.
        let step = unit.months();
        let first = first.div_euclid(step) * step;
        let months = (last - first).div_euclid(step) * step + step;
        Some(Self { first, months, unit })
    }

    /// How long the stretch between two marks is.
    pub(super) fn unit(self) -> Unit {
        self.unit
    }

    /// Where a day lies, from 0 to 1; what lies outside is at the end it lies nearest to.
    pub(super) fn at(self, date: Date) -> f64 {
        let (start, end) = (first_of(self.first).days(), first_of(self.first + self.months).days());
        ((date.days() - start) as f64 / (end - start) as f64).clamp(0.0, 1.0)
    }

    /// Where a day ends.
    pub(super) fn end_of(self, date: Date) -> f64 {
        self.at(Date::from_days(date.days() + 1))
    }

    /// Where today is.
    pub(super) fn today(self, today: Date) -> Today {
        match month_of(today) {
            month if month < self.first => Today::Before,
            month if month >= self.first + self.months => Today::After,
            _ => Today::At(self.at(today)),
        }
    }

    /// The marks.
    pub(super) fn marks(self) -> Vec<Mark> {
        let marks = (0..self.months).step_by(self.unit.months() as usize).map(|month| {
            let date = first_of(self.first + month);
            Mark { at: self.at(date), date }
        });
        marks.collect()
    }
}

/// Where a label begins or ends, so that it stays on the drawing: beside the start of its bar, or before its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Label {
    /// It begins there.
    From(f64),
    /// It ends there.
    To(f64),
}

/// The place of a label that is `length` long, of a bar between two points, on a drawing that is `width` wide.
pub(super) fn label_of(start: f64, end: f64, length: f64, width: f64) -> Label {
    if start + length <= width {
        Label::From(start)
    } else if end >= length {
        Label::To(end)
    } else {
        Label::From(0.0)
    }
}

fn month_of(date: Date) -> i32 {
    date.year * 12 + i32::from(date.month) - 1
}

fn first_of(month: i32) -> Date {
    Date { year: month.div_euclid(12), month: (month.rem_euclid(12) + 1) as u8, day: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn it_spans_the_months_and_today_where_that_is_near() {
        let days = [date("2026-03-15"), date("2026-08-01")];
        let scale = Scale::over(days, date("2026-10-20")).unwrap();
        assert_eq!((scale.unit(), scale.marks().len()), (Unit::Month, 8));
        assert_eq!(scale.marks()[0], Mark { at: 0.0, date: date("2026-03-01") });
        assert!(matches!(scale.today(date("2026-10-20")), Today::At(at) if at > 0.9 && at < 1.0));
        assert_eq!(Scale::over([], date("2026-10-20")), None);
    }

    #[test]
    fn a_today_far_away_stretches_nothing() {
        let days = [date("2014-02-03"), date("2014-12-01")];
        let scale = Scale::over(days, date("2026-10-20")).unwrap();
        assert_eq!((scale.marks().len(), scale.today(date("2026-10-20"))), (11, Today::After));
        assert_eq!(scale.today(date("2013-10-20")), Today::Before);
    }

    #[test]
    fn long_plans_are_told_in_quarters_and_years() {
        let scale = Scale::over([date("2014-02-03"), date("2016-12-01")], date("2015-01-01")).unwrap();
        assert_eq!((scale.unit(), scale.marks().len()), (Unit::Quarter, 12));
        assert_eq!(scale.marks()[0].date, date("2014-01-01"));
        let scale = Scale::over([date("2010-02-03"), date("2016-12-01")], date("2015-01-01")).unwrap();
        assert_eq!((scale.unit(), scale.marks().len()), (Unit::Year, 7));
    }

    #[test]
    fn days_lie_where_they_lie() {
        let scale = Scale::over([date("2026-01-10"), date("2026-12-10")], date("2026-05-01")).unwrap();
        assert_eq!(scale.at(date("2026-01-01")), 0.0);
        assert_eq!(scale.end_of(date("2026-12-31")), 1.0);
        assert!((scale.at(date("2026-07-02")) - 0.5).abs() < 0.01);
        assert_eq!(scale.at(date("2030-01-01")), 1.0);
    }

    #[test]
    fn labels_stay_on_the_drawing() {
        assert_eq!(label_of(100.0, 200.0, 300.0, 960.0), Label::From(100.0));
        assert_eq!(label_of(800.0, 900.0, 300.0, 960.0), Label::To(900.0));
        assert_eq!(label_of(700.0, 200.0, 900.0, 960.0), Label::From(0.0));
    }
}
