//! A figure as an SVG: the same shapes, with round edges.

use std::fmt::Write as _;

use crate::figure::clip::Clip;
use crate::figure::draw::outline::smooth;
use crate::figure::draw::stroke;
use crate::figure::scene::extent::Extent;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::limbs::Limbs;
use crate::figure::scene::point::Point;
use crate::figure::scene::role::Role;
use crate::figure::words::side::Side;

/// Free space at the edge.
const MARGIN: f64 = 4.0;
/// The gap around parts of the body.
const GAP: f64 = 1.2;
/// Points of the picture for each unit of the body.
const POINTS: f64 = 4.0;

/// Colours on light and on dark.
const COLOURS: [(Role, &str, &str); 13] = [
    (Role::None, "#ffffff", "#191b26"),
    (Role::Floor, "#9aa0ae", "#5a6070"),
    (Role::Wall, "#9aa0ae", "#687082"),
    (Role::Dim, "#e0e4ec", "#3a404e"),
    (Role::Prop, "#b4bccd", "#7a849c"),
    (Role::Mat, "#a5c8c2", "#466c78"),
    (Role::Pillow, "#c6c4e4", "#9696be"),
    (Role::Far, "#a09a94", "#8a8078"),
    (Role::Near, "#3c3a40", "#eee4d2"),
    (Role::Highlight, "#d9681d", "#ff923c"),
    (Role::Strap, "#c2407c", "#e65a8c"),
    (Role::Water, "#4a90c8", "#50aae6"),
    (Role::Arrow, "#b88a00", "#ffdc46"),
];

impl Clip {
    /// A keyframe as an SVG, the first being 0. It has colours for light and for dark pages. `close` is whether only
    /// the part is shown that the figure is about, where it names one.
    pub fn svg(&self, index: usize, side: Side, close: bool) -> String {
        let items = self.scene(self.motion.held(index));
        let part = self.framing.close.filter(|_| close);
        let mut page = SvgPage::of(part.unwrap_or(self.framing.whole), &items);
        page.open();
        let is_mirrored = side == Side::Left;
        if is_mirrored {
            page.open_mirror();
        }
        for item in &items {
            page.draw(item);
        }
        let mut out = page.out;
        if is_mirrored {
            out += "</g>\n";
        }
        out += "</svg>\n";
        out
    }
}

/// A class for each role.
fn style() -> String {
    let class = |role: Role, colour: &str| {
        let name = role.as_str();
        match role {
            Role::Floor | Role::Wall | Role::Water => {
                format!(".{name}{{stroke:{colour};stroke-width:1;fill:none;stroke-linecap:round}}")
            }
            _ => format!(".{name}{{fill:{colour};stroke:none}}"),
        }
    };
    let light: String = COLOURS
        .iter()
        .map(|(role, light, _)| class(*role, light))
        .collect();
    let dark: String = COLOURS
        .iter()
        .map(|(role, _, dark)| class(*role, dark))
        .collect();
    format!(
        "<style>{light}.shaft{{stroke:#b88a00;stroke-width:1.4;fill:none;stroke-linecap:round;stroke-linejoin:round}}\
@media(prefers-color-scheme:dark){{{dark}.shaft{{stroke:#ffdc46}}}}</style>\n"
    )
}

struct SvgPage {
    out: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    floor: Option<f64>,
}

impl SvgPage {
    /// An empty page of a part of the scene.
    fn of(extent: Extent, items: &[SceneItem]) -> Self {
        // Of a body that is all hidden nothing is known.
        let extent = if extent.is_empty() {
            Extent {
                from: Point::default(),
                to: Point::default(),
            }
        } else {
            extent
        };
        Self {
            out: String::new(),
            left: extent.from.x - MARGIN,
            right: extent.to.x + MARGIN,
            top: -extent.to.y - MARGIN,
            bottom: -extent.from.y + MARGIN,
            floor: items.iter().find_map(|item| match item {
                SceneItem::Floor(y) => Some(-y),
                _ => None,
            }),
        }
    }

    /// Begins the picture: its size, its colours and its ground.
    fn open(&mut self) {
        let (wide, high) = (self.right - self.left, self.bottom - self.top);
        let (left, top) = (short(self.left), short(self.top));
        let (width, height) = (short(wide), short(high));
        let (points_wide, points_high) = (wide * POINTS, high * POINTS);
        let _ = write!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {top} {width} {height}\" \
             width=\"{points_wide:.0}\" height=\"{points_high:.0}\">\n{}\
             <rect class=\"none\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>\n",
            style()
        );
    }

    /// Begins what is seen in a mirror.
    fn open_mirror(&mut self) {
        let across = short(self.left + self.right);
        let _ = writeln!(self.out, "<g transform=\"matrix(-1 0 0 1 {across} 0)\">");
    }

    fn draw(&mut self, item: &SceneItem) {
        match item {
            SceneItem::Floor(y) => {
                let path = format!("M{} {}H{}", short(self.left), short(-y), short(self.right));
                self.path(Role::Floor.as_str(), &path);
            }
            SceneItem::Wall(x, side) => self.wall(*x, *side),
            SceneItem::Things(hulls) => {
                for hull in hulls {
                    self.hull(hull, hull.role.as_str(), |_| 0.0);
                }
            }
            SceneItem::Limbs(limbs) => self.limbs(limbs),
            SceneItem::Frame(frame) => self.frame(frame),
            SceneItem::Water(y) => self.water(*y),
            SceneItem::Arrow(way) => self.arrow(way),
        }
    }

    fn limbs(&mut self, limbs: &Limbs) {
        if limbs.gap {
            for (index, hull) in limbs.hulls.iter().enumerate() {
                // No gap at the root, else the limb would be cut off.
                let is_root = index == 0 && limbs.is_rooted;
                self.hull(hull, Role::None.as_str(), |disc| {
                    if is_root && disc == 0 { 0.0 } else { GAP }
                });
            }
        }
        for hull in limbs.hulls.iter().chain(&limbs.holes) {
            self.hull(hull, hull.role.as_str(), |_| 0.0);
        }
    }

    /// A hull whose discs grow by this amount, each by its index.
    fn hull(&mut self, hull: &Hull, class: &str, grown: impl Fn(usize) -> f64) {
        let circles: Vec<(Point, f64)> = hull
            .discs
            .iter()
            .enumerate()
            .map(|(index, disc)| {
                let at = Point::new(disc.at.x, -disc.at.y);
                (at, disc.radius + grown(index))
            })
            .collect();
        let path = arcs(&circles);
        self.path(class, &path);
    }

    fn wall(&mut self, x: f64, side: f64) {
        let bottom = self.floor.unwrap_or(self.bottom);
        let mut path = format!("M{} {}V{}", short(x), short(self.top), short(bottom));
        let mut y = bottom;
        while y > self.top + 5.0 {
            let (to, up) = (short(x + 4.0 * side), short(y - 4.0));
            let _ = write!(path, "M{} {}L{to} {up}", short(x), short(y));
            y -= 7.0;
        }
        self.path(Role::Wall.as_str(), &path);
    }

    fn frame(&mut self, frame: &Extent) {
        let (wide, high) = (frame.to.x - frame.from.x, frame.to.y - frame.from.y);
        let _ = writeln!(
            self.out,
            "<rect class=\"wall\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
            short(frame.from.x),
            short(-frame.to.y),
            short(wide),
            short(high)
        );
    }

    fn water(&mut self, y: f64) {
        let mut path = format!("M{} {}", short(self.left), short(-y));
        let mut x = self.left;
        while x < self.right {
            path += "q4 -3 8 0t8 0";
            x += 16.0;
        }
        self.path(Role::Water.as_str(), &path);
    }

    fn arrow(&mut self, way: &[Point]) {
        let way: Vec<Point> = way.iter().map(|at| Point::new(at.x, -at.y)).collect();
        let points: Vec<String> = way
            .iter()
            .map(|at| format!("{} {}", short(at.x), short(at.y)))
            .collect();
        self.path("shaft", &format!("M{}", points.join("L")));
        if let Some(head) = stroke::head(&way, 1.3) {
            let points = head.map(|at| format!("{} {}", short(at.x), short(at.y)));
            self.path(Role::Arrow.as_str(), &format!("M{}Z", points.join("L")));
        }
    }

    fn path(&mut self, class: &str, path: &str) {
        let _ = writeln!(self.out, "<path class=\"{class}\" d=\"{path}\"/>");
    }
}

/// The outline of a hull as arcs and the lines between them.
fn arcs(circles: &[(Point, f64)]) -> String {
    let corners = smooth(circles);
    let owner = |corner: &Point| {
        let off = |(at, radius): &(Point, f64)| (at.distance(*corner) - radius).abs();
        (0..circles.len())
            .min_by(|one, other| off(&circles[*one]).total_cmp(&off(&circles[*other])))
            .unwrap_or(0)
    };
    let mut owned: Vec<(usize, Point)> = corners.iter().map(|at| (owner(at), *at)).collect();
    // A disc's corners are together: none may begin in the middle of them.
    if let Some(start) = (1..owned.len()).find(|&index| owned[index].0 != owned[index - 1].0) {
        owned.rotate_left(start);
    }
    let runs: Vec<&[(usize, Point)]> = owned.chunk_by(|one, other| one.0 == other.0).collect();
    let mut path = String::new();
    for run in &runs {
        let (Some((owner, from)), Some((_, to))) = (run.first(), run.last()) else {
            continue;
        };
        let command = if path.is_empty() { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", short(from.x), short(from.y));
        let radius = short(circles[*owner].1);
        let half = run.len() / 2;
        // Two arcs: one alone cannot say a whole circle.
        for at in [run[half].1, *to] {
            let _ = write!(
                path,
                "A{radius} {radius} 0 0 1 {} {}",
                short(at.x),
                short(at.y)
            );
        }
    }
    path + "Z"
}

/// A number with as few letters as it needs.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}
