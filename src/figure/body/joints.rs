//! The positions of all joints.

use std::ops::{Index, IndexMut};

use crate::figure::body::vector::{Vector, round};
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::side::Side;

/// The position of every joint.
#[derive(Clone, Debug, PartialEq)]
pub struct Joints {
    at: [Vector; Joint::COUNT],
}

impl Default for Joints {
    fn default() -> Self {
        Self {
            at: [Vector::ZERO; Joint::COUNT],
        }
    }
}

impl Joints {
    /// A place on a side.
    pub const fn of(&self, side: Side, spot: Spot) -> Vector {
        self.at[Joint::Of(side, spot).index()]
    }

    /// Moves all of them.
    pub(crate) fn shift(&mut self, by: Vector) {
        for at in &mut self.at {
            *at = *at + by;
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Vector> {
        self.at.iter().copied()
    }

    /// Rounds to 1/1024 of a unit, so that no machine draws a dot that another one does not.
    #[must_use]
    pub(crate) fn rounded(mut self) -> Self {
        for at in &mut self.at {
            *at = Vector::new(round(at.x), round(at.y), round(at.z));
        }
        self
    }
}

impl Index<Joint> for Joints {
    type Output = Vector;
    fn index(&self, joint: Joint) -> &Vector {
        &self.at[joint.index()]
    }
}

impl IndexMut<Joint> for Joints {
    fn index_mut(&mut self, joint: Joint) -> &mut Vector {
        &mut self.at[joint.index()]
    }
}

impl Index<Middle> for Joints {
    type Output = Vector;
    fn index(&self, middle: Middle) -> &Vector {
        &self.at[middle as usize]
    }
}

impl IndexMut<Middle> for Joints {
    fn index_mut(&mut self, middle: Middle) -> &mut Vector {
        &mut self.at[middle as usize]
    }
}
