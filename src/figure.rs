//! The drawn body of an exercise: pose data in, shapes out. No clock, no terminal and no file.
//!
//! The way of a figure, from the bottom of the layer to its top:
//!
//! - [`words`]: the words that a figure may use, and what they stand for: views, joints, segments, props.
//! - [`read`]: the tables of a figure become a [`Layer`](read::layer::FigureLayer), which is laid over the
//!   [bases](read::base::Bases) that it names.
//! - [`body`]: a layer becomes a [`Pose`](body::pose::Pose), in which every segment has an angle. A pose becomes a
//!   [`Skeleton`](body::skeleton::Skeleton), in which every joint has a place: along the bones, down to the ground,
//!   hands and feet where they are held. A [`Motion`](body::motion::Motion) has the skeleton at any time of the loop.
//! - [`scene`]: the skeleton becomes hulls of discs, with the things and arrows around it, from back to front. They are
//!   the [items](scene::item::SceneItem) of a picture.
//! - [`clip`]: a motion with its scenery, ready to be drawn.
//! - [`check`]: the faults of a clip: joints that bend too far, hands that do not reach, bodies in the ground.
//! - [`draw`]: the items of a moment become [`Cells`](draw::cells::Cells) of characters and roles, or an SVG. The
//!   screens have a colour for each role.
//!
//! `build` alone goes the whole way from the text of a figure to a checked clip. Lengths are in hundredths of the
//! body's height, angles in degrees; x goes to the right, y up and z towards the viewer.

pub mod body;
mod build;
pub(crate) mod check;
pub mod clip;
pub mod draw;
pub mod read;
pub mod scene;
pub mod words;
