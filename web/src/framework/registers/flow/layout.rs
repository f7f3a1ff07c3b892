//! Where boxes, conditions and lines of a pathway's drawing stand, from top to bottom. Pure.
//!
//! What goes on runs down from layer to layer. What goes back leaves its step below, goes out between two layers, up
//! the right side in a lane of its own, and in again above the step it returns to.

use super::place::side_by_side;
use super::plan::{Branch, Item, Plan};

/// Between items of a layer.
const BESIDE: f64 = 24.0;
/// Between layers.
const BETWEEN: f64 = 26.0;
/// Between lines that go back.
const LANE: f64 = 14.0;
/// Around it all.
const MARGIN: f64 = 8.0;
/// The width of what passes by.
const PASSING: f64 = 12.0;

/// Wide and high.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    /// How wide.
    pub(super) width: f64,
    /// How high.
    pub(super) height: f64,
}

/// A place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// The left edge.
    pub(super) x: f64,
    /// The upper edge.
    pub(super) y: f64,
    /// How wide and high.
    pub(super) size: Size,
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawing {
    /// How large.
    pub(super) size: Size,
    /// The box of each step.
    pub(super) boxes: Vec<Area>,
    /// The place of each branch's condition; without a size where it has none.
    pub(super) conditions: Vec<Area>,
    /// The line of each branch, as an SVG path; it ends at the step that it leads to.
    pub(super) lines: Vec<String>,
}

/// Draws steps of these sizes; each branch comes with the size of its condition.
pub(super) fn draw(steps: &[Size], branches: &[(Branch, Size)]) -> Drawing {
    let all: Vec<Branch> = branches.iter().map(|(branch, _)| *branch).collect();
    let plan = Plan::new(steps.len(), &all);
    let sizes: Vec<Size> = plan
        .items
        .iter()
        .map(|item| match item {
            Item::Step(step) => steps[*step],
            Item::Condition(branch) => {
                let size = branches[*branch].1;
                Size { width: size.width.max(PASSING), height: size.height }
            }
            Item::Passing(_) => Size { width: PASSING, height: 0.0 },
        })
        .collect();
    let lanes = plan.back.iter().filter(|back| **back).count() as f64 * LANE;
    let xs = across(&plan, &sizes);
    let (bands, bottom) = down(&plan, &sizes, lanes);
    let mut areas: Vec<Area> = sizes.iter().map(|size| Area { x: 0.0, y: 0.0, size: *size }).collect();
    for (layer, (top, _)) in plan.layers.iter().zip(&bands) {
        for item in layer {
            areas[*item].x = xs[*item];
            areas[*item].y = *top;
        }
    }
    let right = areas.iter().map(|area| area.x + area.size.width).fold(0.0, f64::max);
    let lines = Lines { plan: &plan, areas: &areas, bands: &bands, right }.all(&all);
    let of = |wanted: fn(&Item) -> bool| {
        let found = plan.items.iter().zip(&areas).filter(move |(item, _)| wanted(item));
        found.map(|(_, area)| *area).collect::<Vec<_>>()
    };
    let (boxes, places) =
        (of(|item| matches!(item, Item::Step(_))), of(|item| matches!(item, Item::Condition(_))));
    let conditions = places.into_iter().zip(branches).map(|(area, (_, size))| Area { size: *size, ..area });
    let size = Size { width: right + lanes + MARGIN, height: bottom };
    Drawing { size, boxes, conditions: conditions.collect(), lines }
}

/// The left edge of each item: near the middle of what it is linked with, looked at from above and from below.
fn across(plan: &Plan, sizes: &[Size]) -> Vec<f64> {
    let mut middles = vec![0.0; sizes.len()];
    let (above, below) = (plan.beside(true), plan.beside(false));
    let mut lefts = vec![0.0; sizes.len()];
    for sweep in 0..9 {
        let down = sweep % 2 == 0;
        let beside = if down { &above } else { &below };
        let count = plan.layers.len();
        for step in 0..count {
            let layer = &plan.layers[if down { step } else { count - 1 - step }];
            let wished: Vec<f64> = layer
                .iter()
                .map(|item| {
                    let all = &beside[*item];
                    if all.is_empty() {
                        middles[*item]
                    } else {
                        all.iter().map(|one| middles[*one]).sum::<f64>() / all.len() as f64
                    }
                })
                .collect();
            let widths: Vec<f64> = layer.iter().map(|item| sizes[*item].width).collect();
            for (item, left) in layer.iter().zip(side_by_side(&wished, &widths, BESIDE)) {
                lefts[*item] = left;
                middles[*item] = left + sizes[*item].width / 2.0;
            }
        }
    }
    let least = lefts.iter().copied().fold(f64::INFINITY, f64::min);
    lefts.into_iter().map(|left| left - least + MARGIN).collect()
}

/// The upper and lower edge of each layer, and the end of it all. `lanes` is what the lines that go back need.
fn down(plan: &Plan, sizes: &[Size], lanes: f64) -> (Vec<(f64, f64)>, f64) {
    let mut at = MARGIN + lanes;
    let mut bands = Vec::new();
    for (number, layer) in plan.layers.iter().enumerate() {
        let height = layer.iter().map(|item| sizes[*item].height).fold(0.0, f64::max);
        bands.push((at, at + height));
        let is_last = number + 1 == plan.layers.len();
        // Lines that go back run beneath conditions and above steps only.
        let space = if number % 2 == 1 { BETWEEN + lanes } else { BETWEEN };
        at += height + if layer.is_empty() && is_last { 0.0 } else { space };
    }
    // Below the last steps there is nothing but what goes back.
    let last = plan.layers.last().map_or(0, Vec::len);
    let bottom = if last == 0 { bands.iter().rev().nth(1).map_or(at, |band| band.1 + MARGIN) } else { at };
    (bands, bottom)
}

struct Lines<'p> {
    plan: &'p Plan,
    areas: &'p [Area],
    bands: &'p [(f64, f64)],
    right: f64,
}

impl Lines<'_> {
    fn all(&self, branches: &[Branch]) -> Vec<String> {
        let mut lane = 0.0;
        let runs = self.plan.runs.iter().zip(&self.plan.back).zip(branches);
        let lines = runs.map(|((run, back), branch)| {
            let mut path = self.run(run);
            if *back {
                lane += 1.0;
                path.push_str(&self.back(run, branch.to, lane * LANE));
            }
            path
        });
        lines.collect()
    }

    /// Down through the items of a run: straight through each, bent between them.
    fn run(&self, run: &[usize]) -> String {
        let mut path = String::new();
        let mut last = (0.0, 0.0);
        for (at, item) in run.iter().enumerate() {
            let (top, bottom) = self.bands[self.layer(*item)];
            let area = self.areas[*item];
            let middle = area.x + area.size.width / 2.0;
            let is_end = at + 1 == run.len() && matches!(self.plan.items[*item], Item::Step(_));
            let x = if at == 0 || is_end { self.port(*item, run, at == 0) } else { middle };
            if at == 0 {
                let begin = area.y + area.size.height;
                path.push_str(&format!("M{x:.1} {begin:.1}V{bottom:.1}"));
                last = (x, bottom);
                continue;
            }
            let half = f64::midpoint(last.1, top);
            path.push_str(&format!("C{:.1} {half:.1} {x:.1} {half:.1} {x:.1} {top:.1}", last.0));
            path.push_str(&if is_end { head(x, top) } else { format!("V{bottom:.1}") });
            last = (x, bottom);
        }
        path
    }

    /// Out to the right, up, and in above a step.
    fn back(&self, run: &[usize], to: usize, lane: f64) -> String {
        let below = run.last().map_or(0.0, |item| self.bands[self.layer(*item)].1) + lane;
        let (side, target) = (self.right + lane, self.areas[to]);
        let above = target.y - BETWEEN / 2.0 - lane + LANE / 2.0;
        let x = target.x + target.size.width - 20.0;
        format!("V{below:.1}H{side:.1}V{above:.1}H{x:.1}V{:.1}{}", target.y, head(x, target.y))
    }

    fn layer(&self, item: usize) -> usize {
        self.plan.layers.iter().position(|layer| layer.contains(&item)).unwrap_or_default()
    }

    /// Where a run leaves or reaches a step: the runs of a step share its edge, from left to right.
    fn port(&self, step: usize, run: &[usize], leaves: bool) -> f64 {
        let near =
            |run: &[usize]| if leaves { run.get(1).copied() } else { run.iter().rev().nth(1).copied() };
        let mut middles: Vec<f64> = self
            .plan
            .runs
            .iter()
            .filter(|one| if leaves { one.first() == Some(&step) } else { one.last() == Some(&step) })
            .filter_map(|one| near(one))
            .map(|item| self.areas[item].x + self.areas[item].size.width / 2.0)
            .collect();
        middles.sort_by(f64::total_cmp);
        let mine = near(run).map(|item| self.areas[item].x + self.areas[item].size.width / 2.0);
        let at = middles.iter().position(|one| Some(*one) == mine).unwrap_or_default();
        let area = self.areas[step];
        area.x + area.size.width * (at as f64 + 1.0) / (middles.len() as f64 + 1.0)
    }
}

/// The head of an arrow that points down to here.
fn head(x: f64, y: f64) -> String {
    format!("M{:.1} {:.1}L{x:.1} {y:.1}L{:.1} {:.1}", x - 5.0, y - 8.0, x + 5.0, y - 8.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Size = Size { width: 220.0, height: 80.0 };
    const WORDS: Size = Size { width: 140.0, height: 36.0 };

    fn branch(from: usize, to: usize) -> (Branch, Size) {
        (Branch { from, to }, WORDS)
    }

    fn overlap(one: &Area, other: &Area) -> bool {
        one.x < other.x + other.size.width
            && other.x < one.x + one.size.width
            && one.y < other.y + other.size.height
            && other.y < one.y + one.size.height
    }

    fn assert_apart(drawing: &Drawing) {
        let all: Vec<&Area> = drawing.boxes.iter().chain(&drawing.conditions).collect();
        for (at, one) in all.iter().enumerate() {
            assert!(one.x >= 0.0 && one.x + one.size.width <= drawing.size.width, "{one:?} of {drawing:?}");
            assert!(one.y >= 0.0 && one.y + one.size.height <= drawing.size.height, "{one:?} of {drawing:?}");
            for other in &all[at + 1..] {
                assert!(!overlap(one, other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn steps_in_a_row_stand_below_each_other() {
        let drawing = draw(&[STEP; 3], &[branch(0, 1), branch(1, 2)]);
        assert_apart(&drawing);
        assert_eq!(drawing.boxes[0].x, drawing.boxes[2].x);
        assert!(drawing.boxes[0].y < drawing.boxes[1].y && drawing.boxes[1].y < drawing.boxes[2].y);
    }

    #[test]
    fn nothing_stands_upon_another() {
        // A route with choices, a short cut, and two ways back.
        let branches = [
            branch(0, 1),
            branch(1, 2),
            branch(1, 3),
            branch(1, 4),
            branch(2, 5),
            branch(3, 5),
            branch(4, 6),
            branch(5, 6),
            branch(0, 6),
            branch(5, 1),
            branch(6, 0),
        ];
        let mut sizes = [STEP; 7];
        sizes[3].height = 150.0;
        let drawing = draw(&sizes, &branches);
        assert_apart(&drawing);
        assert_eq!(drawing.lines.len(), branches.len());
    }

    #[test]
    fn a_way_back_runs_beside_the_boxes() {
        let drawing = draw(&[STEP; 3], &[branch(0, 1), branch(1, 2), branch(2, 0)]);
        let right = drawing.boxes.iter().chain(&drawing.conditions).map(|area| area.x + area.size.width);
        let right = right.fold(0.0, f64::max);
        let side: f64 = drawing.lines[2]
            .rsplit('H')
            .nth(1)
            .and_then(|part| part.split('V').next())
            .unwrap()
            .parse()
            .unwrap();
        assert!(side > right && side < drawing.size.width, "{side} {right}");
    }

    #[test]
    fn one_step_is_a_drawing() {
        let drawing = draw(&[STEP], &[]);
        assert_apart(&drawing);
        assert_eq!(drawing.size.height, STEP.height + 2.0 * MARGIN);
    }

    #[test]
    fn a_large_pathway_stays_apart() {
        let steps = 40;
        let branches: Vec<_> = (1..steps)
            .flat_map(|to| [branch((to * 7) % to.max(1), to), branch(to / 2, to)])
            .chain([branch(30, 4), branch(12, 12)])
            .collect();
        assert_apart(&draw(&vec![STEP; steps], &branches));
    }
}
