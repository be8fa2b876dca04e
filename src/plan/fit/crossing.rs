//! A search by halving.

/// The step from not over to over, in a row from 0 that begins with not over and ends with over.
pub(crate) fn crossing(end: u32, mut is_over: impl FnMut(u32) -> bool) -> (u32, u32) {
    let (mut low, mut high) = (0, end);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if is_over(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    (low, high)
}
