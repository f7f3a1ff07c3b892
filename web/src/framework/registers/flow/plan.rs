//! Which layer each step is in, and what runs between the layers. Pure: it knows steps by their number and nothing of
//! their size.
//!
//! A step's layer is the longest way to it from where the pathway begins, by branches that go on; a branch that goes
//! back to where one has been does not count. Steps stand in the even layers. What a branch passes on its way is an item
//! of its own in each layer between, the first of which, in an odd layer, carries its condition: so that no line runs
//! through a box, and no condition stands upon another.

/// A branch from one step to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    /// From which step.
    pub(super) from: usize,
    /// To which.
    pub(super) to: usize,
}

/// What stands in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A step.
    Step(usize),
    /// A branch's condition, below the step that it leaves.
    Condition(usize),
    /// A branch that passes by.
    Passing(usize),
}

/// The layers, and what runs between them.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// What there is to place.
    pub(super) items: Vec<Item>,
    /// The items of each layer, from left to right.
    pub(super) layers: Vec<Vec<usize>>,
    /// From item to item, in the next layer.
    pub(super) links: Vec<(usize, usize)>,
    /// The items that each branch runs through, its steps included; of one that goes back, without the last.
    pub(super) runs: Vec<Vec<usize>>,
    /// Whether each branch goes back.
    pub(super) back: Vec<bool>,
}

impl Plan {
    /// The plan of so many steps.
    pub(super) fn new(steps: usize, branches: &[Branch]) -> Self {
        let back = going_back(steps, branches);
        let ranks = ranks(steps, branches, &back);
        let deepest = ranks.iter().copied().max().unwrap_or_default();
        let mut plan = Self {
            items: (0..steps).map(Item::Step).collect(),
            layers: vec![Vec::new(); 2 * deepest + 2],
            links: Vec::new(),
            runs: Vec::new(),
            back: back.clone(),
        };
        for (step, rank) in ranks.iter().enumerate() {
            plan.layers[2 * rank].push(step);
        }
        for (at, branch) in branches.iter().enumerate() {
            let (first, end) = (2 * ranks[branch.from] + 1, 2 * ranks[branch.to]);
            let mut run = vec![branch.from, plan.add(Item::Condition(at), first)];
            if !back[at] {
                for layer in first + 1..end {
                    run.push(plan.add(Item::Passing(at), layer));
                }
                run.push(branch.to);
            }
            plan.links.extend(run.windows(2).map(|pair| (pair[0], pair[1])));
            plan.runs.push(run);
        }
        plan.order();
        plan
    }

    fn add(&mut self, item: Item, layer: usize) -> usize {
        self.items.push(item);
        self.layers[layer].push(self.items.len() - 1);
        self.items.len() - 1
    }

    /// The items above or below each item.
    pub(super) fn beside(&self, above: bool) -> Vec<Vec<usize>> {
        let mut beside = vec![Vec::new(); self.items.len()];
        for (upper, lower) in &self.links {
            let (of, one) = if above { (*lower, *upper) } else { (*upper, *lower) };
            beside[of].push(one);
        }
        beside
    }

    /// Orders each layer by the middle of what its items are linked with, down and up a few times (Sugiyama et al.,
    /// 1981).
    fn order(&mut self) {
        let (above, below) = (self.beside(true), self.beside(false));
        for sweep in 0..6 {
            let down = sweep % 2 == 0;
            let beside = if down { &above } else { &below };
            let mut places = self.places();
            let count = self.layers.len();
            for step in 0..count {
                let layer = if down { step } else { count - 1 - step };
                let middle = |item: usize| {
                    let all = &beside[item];
                    if all.is_empty() {
                        places[item]
                    } else {
                        all.iter().map(|one| places[*one]).sum::<f64>() / all.len() as f64
                    }
                };
                let mut keyed: Vec<(f64, usize)> =
                    self.layers[layer].iter().map(|item| (middle(*item), *item)).collect();
                keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
                self.layers[layer] = keyed.into_iter().map(|(_, item)| item).collect();
                spread(&self.layers[layer], &mut places);
            }
        }
    }

    /// Where each item is in its layer, from 0 to 1.
    fn places(&self) -> Vec<f64> {
        let mut places = vec![0.5; self.items.len()];
        for layer in &self.layers {
            spread(layer, &mut places);
        }
        places
    }
}

fn spread(layer: &[usize], places: &mut [f64]) {
    for (at, item) in layer.iter().enumerate() {
        places[*item] = (at as f64 + 0.5) / layer.len() as f64;
    }
}

/// Which branches lead back to a step that one is on the way from.
fn going_back(steps: usize, branches: &[Branch]) -> Vec<bool> {
    let mut back = vec![false; branches.len()];
    let mut is_done = vec![false; steps];
    let mut is_on_the_way = vec![false; steps];
    for begin in 0..steps {
        if is_done[begin] {
            continue;
        }
        // The step, and how many of the branches were followed.
        let mut way = vec![(begin, 0)];
        is_on_the_way[begin] = true;
        while let Some((step, followed)) = way.pop() {
            let next = branches.iter().enumerate().skip(followed).find(|(_, branch)| branch.from == step);
            match next {
                None => {
                    is_on_the_way[step] = false;
                    is_done[step] = true;
                }
                Some((at, branch)) => {
                    way.push((step, at + 1));
                    if is_on_the_way[branch.to] {
                        back[at] = true;
                    } else if !is_done[branch.to] {
                        is_on_the_way[branch.to] = true;
                        way.push((branch.to, 0));
                    }
                }
            }
        }
    }
    back
}

/// The longest way to each step by branches that go on.
fn ranks(steps: usize, branches: &[Branch], back: &[bool]) -> Vec<usize> {
    let mut ranks = vec![0; steps];
    // No way is longer than there are steps.
    for _ in 0..steps {
        let mut is_settled = true;
        for (at, branch) in branches.iter().enumerate() {
            if !back[at] && ranks[branch.to] <= ranks[branch.from] {
                ranks[branch.to] = ranks[branch.from] + 1;
                is_settled = false;
            }
        }
        if is_settled {
            break;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch(from: usize, to: usize) -> Branch {
        Branch { from, to }
    }

    #[test]
    fn a_layer_is_the_longest_way() {
        // 0 → 1 → 2 → 3 and a short cut 0 → 3.
        let branches = [branch(0, 1), branch(1, 2), branch(2, 3), branch(0, 3)];
        let back = going_back(4, &branches);
        assert_eq!(back, [false; 4]);
        assert_eq!(ranks(4, &branches, &back), [0, 1, 2, 3]);
        // The short cut has something to run through in each layer between.
        let plan = Plan::new(4, &branches);
        assert_eq!(plan.runs[3].len(), 7);
    }

    #[test]
    fn a_branch_back_is_no_way_on() {
        let branches = [branch(0, 1), branch(1, 2), branch(2, 0), branch(1, 1)];
        let back = going_back(3, &branches);
        assert_eq!(back, [false, false, true, true]);
        assert_eq!(ranks(3, &branches, &back), [0, 1, 2]);
        assert_eq!(Plan::new(3, &branches).runs[2].len(), 2);
    }

    #[test]
    fn branches_that_need_not_cross_do_not() {
        // 0 leads to 1 and 2; 1 leads to 4 and 2 to 3, which stand the other way round.
        let plan = Plan::new(5, &[branch(0, 1), branch(0, 2), branch(1, 4), branch(2, 3)]);
        let place =
            |step: usize| plan.layers.iter().find_map(|layer| layer.iter().position(|one| *one == step));
        assert_eq!(place(1) < place(2), place(4) < place(3));
    }

    #[test]
    fn steps_that_nothing_leads_to_begin_too() {
        let plan = Plan::new(3, &[branch(0, 1)]);
        assert_eq!(plan.layers[0].len(), 2);
    }
}
