//! The drawn body of an exercise: pose data in, shapes out.
//!
//! No clock, no terminal and no file: a [`Clip`](clip::Clip) is drawn at any time of its loop into a grid of
//! [`Cells`](draw::cells::Cells), whose roles the screens have colours for, or as an SVG.
//!
//! The way of a figure: `decode` reads its tables into a [`Layer`](read::layer::Layer), `base` lays it over the bases that it
//! names, [`pose`](body::pose) fills in what they leave out, [`skeleton`](body::skeleton) turns angles into places, on the `ground` and with hands
//! where they are held, [`scene`] makes hulls of discs of it, `raster` paints them, [`cells`](draw::cells) makes characters of that.
//! Everything is measured in hundredths of the body's height.

pub mod body;
mod build;
pub(crate) mod check;
pub mod clip;
pub mod draw;
pub mod read;
pub mod scene;
pub mod words;
