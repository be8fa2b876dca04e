//! From the text of a figure to a clip: its tables are read, laid over their bases, put into motion and checked.

use crate::content::diagnostic::{Diagnostic, any_error, arrange};
use crate::content::figures::Written;
use crate::content::keys::figure::FIGURE_KEYS;
use crate::figure::body::motion::Motion;
use crate::figure::check::check;
use crate::figure::clip::Clip;
use crate::figure::read::base::Bases;
use crate::figure::read::decode::decode;
use crate::figure::read::layer::FigureLayer;
use crate::figure::scene::framing::Framing;
use crate::figure::scene::scenery::Scenery;

impl Clip {
    /// A figure without errors.
    ///
    /// # Errors
    /// Everything found in it, warnings too: an exercise with such a figure is played without one.
    pub fn of(figure: &Written, bases: &Bases) -> Result<Self, Vec<Diagnostic>> {
        let (clip, found) = Self::draft(figure, bases);
        match clip {
            Some(clip) if !any_error(&found) => Ok(clip),
            _ => Err(found),
        }
    }

    /// A figure and everything found in it, for its author. There is none when its words cannot be read.
    pub fn draft(figure: &Written, bases: &Bases) -> (Option<Self>, Vec<Diagnostic>) {
        let (layer, mut found) = figure.figure(|table| decode(table, FIGURE_KEYS));
        let layer = layer.and_then(|layer| match bases.resolve(layer) {
            Ok(layer) => Some(layer),
            Err(why) => {
                found.push(why);
                None
            }
        });
        let clip = layer.filter(|_| !any_error(&found)).map(Self::new);
        if let Some(clip) = &clip {
            found.extend(check(clip));
        }
        arrange(&mut found);
        (clip, found)
    }

    fn new(layer: FigureLayer) -> Self {
        let motion = Motion::of(layer);
        let scenery = Scenery::of(&motion);
        let framing = Framing::of(&motion, &scenery);
        Self {
            motion,
            scenery,
            framing,
        }
    }
}
