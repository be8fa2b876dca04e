//! Compares two values by their meaning.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

/// Returns whether the same is read of two values.
pub fn is_alike(one: &DeValue<'_>, other: &DeValue<'_>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => {
            (one.as_str(), one.radix()) == (other.as_str(), other.radix())
        }
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.len() == other.len() && pairs.all(|(a, b)| is_alike(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(one), DeValue::Table(other)) => {
            let is_in_other = |(key, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
                let found = other.get(&**key.get_ref());
                found.is_some_and(|found| is_alike(value.get_ref(), found.get_ref()))
            };
            one.len() == other.len() && one.iter().all(is_in_other)
        }
        _ => false,
    }
}
