//! The lengths and widths of the one body that all figures have, in hundredths of its height.

/// From the hips to the waist.
pub(crate) const WAIST: f64 = 12.0;
/// From the waist to the base of the neck.
pub(crate) const CHEST: f64 = 17.0;
/// The distance of the shoulders from the waist, on the line to the neck.
pub(crate) const SHOULDERS_AT: f64 = 14.5;
/// The distance of the thickest part of the chest, on the same line.
pub(crate) const CHEST_AT: f64 = 11.0;
/// From the base of the neck to the middle of the head.
pub(crate) const NECK: f64 = 10.708;
/// The upper arm.
pub const ARM: f64 = 16.0;
/// From the elbow to the wrist.
pub const FOREARM: f64 = 14.5;
/// From the wrist to the tip of the fingers.
pub const HAND: f64 = 6.0;
/// From the hip to the knee.
pub const THIGH: f64 = 24.0;
/// From the knee to the ankle.
pub const SHIN: f64 = 24.0;
/// The toes are so far before the ankle, and so far below it.
pub(crate) const TOES: (f64, f64) = (10.5, 2.3);
/// The heel is so far behind the ankle, and so far below it.
pub(crate) const HEEL: (f64, f64) = (3.2, 1.8);
/// The middle of the body to a shoulder, and to a hip.
pub(crate) const HALF_WIDTHS: (f64, f64) = (8.6, 5.0);
/// The factor by which the body is drawn narrower from the side.
pub(crate) const SIDE_WIDTH: f64 = 0.75;
/// Half the head from face to back, and from chin to crown.
pub(crate) const HEAD: (f64, f64) = (6.6, 7.8);
