//! Where items stand side by side: as near as can be to where they would like to be, in their order, and never upon each
//! other. Pure.

/// The left edges of items in a row: `wished` are the middles they would like, `widths` their widths, `gap` the least
/// space between two.
///
/// The sum of the squares of what they are moved is the least possible: it is isotonic regression, by pooling
/// neighbours that would overlap.
pub(super) fn side_by_side(wished: &[f64], widths: &[f64], gap: f64) -> Vec<f64> {
    // How far each must at least be to the right of the first.
    let mut offsets = Vec::with_capacity(wished.len());
    let mut offset = 0.0;
    for width in widths {
        offsets.push(offset);
        offset += width + gap;
    }
    // Pools of neighbours that touch: the sum of their wishes, and how many they are.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for ((wish, width), offset) in wished.iter().zip(widths).zip(&offsets) {
        let mut pool = (wish - width / 2.0 - offset, 1);
        while let Some(before) = pools.pop_if(|before| mean(*before) >= mean(pool)) {
            pool = (pool.0 + before.0, pool.1 + before.1);
        }
        pools.push(pool);
    }
    let lefts = pools.iter().flat_map(|pool| std::iter::repeat_n(mean(*pool), pool.1));
    lefts.zip(&offsets).map(|(left, offset)| left + offset).collect()
}

fn mean((sum, count): (f64, usize)) -> f64 {
    sum / count as f64
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn who_has_room_stands_where_they_like() {
        assert_eq!(side_by_side(&[50.0, 250.0], &[100.0, 100.0], 10.0), [0.0, 200.0]);
    }

    #[test]
    fn two_who_like_the_same_place_share_it() {
        assert_eq!(side_by_side(&[100.0, 100.0], &[100.0, 100.0], 20.0), [-10.0, 110.0]);
    }

    #[test]
    fn nobody_stands_upon_another() {
        let widths = [200.0, 30.0, 120.0, 200.0];
        let lefts = side_by_side(&[300.0, 10.0, 280.0, 0.0], &widths, 16.0);
        for pair in 0..3 {
            assert!(lefts[pair] + widths[pair] + 16.0 <= lefts[pair + 1] + 0.001, "{lefts:?}");
        }
    }
}
