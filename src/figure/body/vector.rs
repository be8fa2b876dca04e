//! Points and directions in space: x to the right, y up, z towards the viewer.

use std::ops::{Add, Mul, Neg, Sub};

/// A point, or the way from one to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Towards the viewer.
    pub(crate) z: f64,
}

impl Vector {
    /// No way at all.
    pub(crate) const ZERO: Self = Self::new(0.0, 0.0, 0.0);
    /// Towards the viewer.
    pub(crate) const NEARER: Self = Self::new(0.0, 0.0, 1.0);

    /// A vector of its three parts.
    pub(crate) const fn new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// The direction at an angle on the page, turned out of it towards the viewer; both in degrees.
    pub(crate) fn towards(at: f64, toward: f64) -> Self {
        let (at, toward) = (at.to_radians(), toward.to_radians());
        Self::new(
            at.cos() * toward.cos(),
            at.sin() * toward.cos(),
            toward.sin(),
        )
    }

    /// Its angle on the page, in degrees from -180 to 180.
    pub(crate) fn angle(self) -> f64 {
        self.y.atan2(self.x).to_degrees()
    }

    /// Returns the angle out of the page, in degrees from -90 to 90.
    pub(crate) fn out(self) -> f64 {
        self.z.atan2(self.x.hypot(self.y)).to_degrees()
    }

    /// The product that is 0 at right angles.
    pub(crate) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// Returns the length.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// Returns the direction with length 1; zero stays zero.
    #[must_use]
    pub(crate) fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-9 {
            self * length.recip()
        } else {
            Self::ZERO
        }
    }

    /// The point on the way to another, 0 here and 1 there.
    #[must_use]
    pub(crate) fn mix(self, other: Self, part: f64) -> Self {
        self + (other - self) * part
    }

    /// A quarter turn to the left on the page.
    #[must_use]
    pub(crate) const fn left(self) -> Self {
        Self::new(-self.y, self.x, self.z)
    }

    /// A quarter turn to the right on the page.
    #[must_use]
    pub(crate) const fn right(self) -> Self {
        Self::new(self.y, -self.x, self.z)
    }

    /// Returns the component perpendicular to a direction of length 1.
    #[must_use]
    pub(crate) fn beside(self, direction: Self) -> Self {
        self - direction * self.dot(direction)
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f64> for Vector {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        Self::new(self.x * by, self.y * by, self.z * by)
    }
}

impl Neg for Vector {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

/// The smaller turn from one angle to another, in degrees from -180 up to 180.
pub(crate) fn turn(from: f64, to: f64) -> f64 {
    (to - from + 180.0).rem_euclid(360.0) - 180.0
}

/// To 1/1024.
pub(crate) fn round(value: f64) -> f64 {
    (value * 1024.0).round() / 1024.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_come_back() {
        for at in [-170.0, -90.0, 0.0, 33.0, 90.0, 179.0] {
            for toward in [-60.0, 0.0, 45.0] {
                let way = Vector::towards(at, toward);
                assert!((way.angle() - at).abs() < 1e-9, "{at} {toward}");
                assert!((way.out() - toward).abs() < 1e-9, "{at} {toward}");
                assert!((way.length() - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_smaller_turn_is_taken() {
        let exact = |from, to, by: f64| assert!((turn(from, to) - by).abs() < 1e-9, "{from} {to}");
        exact(170.0, -170.0, 20.0);
        exact(-170.0, 170.0, -20.0);
        exact(350.0, 10.0, 20.0);
        exact(0.0, -360.0, 0.0);
    }
}
