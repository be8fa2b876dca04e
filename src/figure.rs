//! The drawn body of an exercise: pose data in, shapes out.
//!
//! No clock, no terminal and no file: a [`Clip`](clip::Clip) is drawn at any time of its loop into a grid of
//! [`Cells`](cells::Cells), whose roles the screens have colours for, or as an SVG.
//!
//! The way of a figure: `decode` reads its tables into a [`Layer`](layer::Layer), `base` lays it over the bases that it
//! names, [`pose`] fills in what they leave out, [`skeleton`] turns angles into places, on the `ground` and with hands
//! where they are held, [`scene`] makes hulls of discs of it, `raster` paints them, [`cells`] makes characters of that.
//! Everything is measured in hundredths of the body's height.

mod arrow;
pub mod base;
pub mod body;
pub mod cells;
mod check;
pub mod clip;
mod collide;
mod contact;
pub mod decode;
mod decode_prop;
pub mod draw;
mod fault;
pub mod fit;
mod footing;
pub mod glyphs;
pub mod ground;
pub mod hull;
pub mod layer;
mod limbs;
mod limits;
mod outline;
mod picture;
mod pillow;
pub mod pose;
mod prop;
mod raster;
mod reach;
pub mod scene;
pub mod skeleton;
mod stroke;
mod svg;
pub mod vector;
pub mod words;
