//! The thickness of the parts of the body: radii of discs, in hundredths of its height.

/// At the middle of the chest.
pub(crate) const CHEST: f64 = 6.0;
/// At the waist.
pub(crate) const WAIST: f64 = 4.9;
/// At the hips, in the middle.
pub(crate) const PELVIS: f64 = 5.7;
/// A shoulder.
pub(crate) const SHOULDER: f64 = 3.6;
/// A hip.
pub(crate) const HIP: f64 = 4.9;
/// The neck.
pub(crate) const NECK: f64 = 2.5;
/// The upper arm, from shoulder to elbow.
pub(crate) const ARM: (f64, f64) = (3.1, 2.5);
/// The forearm.
pub(crate) const FOREARM: (f64, f64) = (2.5, 1.9);
/// The hand.
pub(crate) const HAND: (f64, f64) = (2.2, 1.7);
/// The thigh.
pub(crate) const THIGH: (f64, f64) = (5.0, 3.7);
/// The shin.
pub(crate) const SHIN: (f64, f64) = (3.7, 2.4);
/// Heel and ankle.
pub(crate) const HEEL: f64 = 2.2;
/// The toes.
pub(crate) const TOES: f64 = 1.6;
