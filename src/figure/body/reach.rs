//! Solves an arm or a leg of two bones for a target: elbow and knee bend to one side only, so the solution is unique.

use crate::figure::body::vector::Vector;

/// A limb that reaches for a point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// The position of the elbow or the knee.
    pub(crate) middle: Vector,
    /// The position of the wrist or the ankle: the target, or the nearest point within the limb's length.
    pub(crate) end: Vector,
    /// The distance from there to the target.
    pub(crate) short: f64,
}

/// Reaches from `root` for `target` with two bones, the joint between them towards `side`.
pub(crate) fn reach(root: Vector, target: Vector, bones: (f64, f64), side: Vector) -> Reach {
    let (upper, lower) = bones;
    // A limb is never quite straight: the last of the way takes the joint through a large angle.
    let longest = (upper + lower) * 0.999;
    let way = target - root;
    let wanted = way.length();
    let short = if wanted > longest {
        wanted - (upper + lower)
    } else {
        0.0
    };
    let distance = wanted.min(longest).max((upper - lower).abs() * 1.01 + 1e-6);
    // A target in the root itself is reached downwards.
    let direction = if wanted > 1e-9 {
        way.unit()
    } else {
        Vector::new(0.0, -1.0, 0.0)
    };
    let along = (upper * upper - lower * lower + distance * distance) / (2.0 * distance);
    let aside = (upper * upper - along * along).max(0.0).sqrt();
    // When that side lies in the direction itself, any other is as good.
    let sides = [side, direction.right(), Vector::NEARER];
    let aside_way = sides
        .map(|side| side.beside(direction).unit())
        .into_iter()
        .find(|way| *way != Vector::ZERO)
        .unwrap_or_default();
    Reach {
        middle: root + direction * along + aside_way * aside,
        end: root + direction * distance,
        short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bones_keep_their_length_wherever_they_reach() {
        let up = Vector::new(0.0, 1.0, 0.0);
        for target in [
            Vector::new(20.0, 5.0, 3.0),
            Vector::new(0.0, 0.0, 0.0),
            Vector::new(0.0, 10.0, 0.0),
            Vector::new(900.0, -1.0, 0.0),
            Vector::new(0.5, 0.0, 0.0),
            Vector::new(0.0, 0.0, 20.0),
        ] {
            let found = reach(Vector::ZERO, target, (16.0, 14.5), up);
            assert!((found.middle.length() - 16.0).abs() < 1e-9, "{target:?}");
            let lower = (found.end - found.middle).length();
            assert!((lower - 14.5).abs() < 1e-9, "{target:?}: {lower}");
        }
        let far = reach(Vector::ZERO, Vector::new(40.5, 0.0, 0.0), (16.0, 14.5), up);
        assert!((far.short - 10.0).abs() < 1e-9);
        let bent = reach(Vector::ZERO, Vector::new(20.0, 0.0, 0.0), (16.0, 14.5), up);
        assert!(bent.middle.y > 0.0);
    }
}
