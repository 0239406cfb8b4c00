//! Who stands near a mention: participants, neighbours, those who met them, the company's people. What nearness is
//! worth is left to `weights`.

use crate::order;

use super::compare::Place;
use super::index::{Id, NameIndex};
use super::question::Question;
use super::weights;

/// The people around a mention, each in the closest class only; every class sorted.
#[derive(Debug, Default)]
pub struct Context {
    classes: [Vec<Id>; 4],
    /// Of each place.
    bits: [f64; 5],
}

const PLACES: [Place; 4] = [Place::Participant, Place::Neighbour, Place::CoAttendee, Place::Colleague];

impl Context {
    /// The context of a question.
    pub fn of(question: &Question, index: &NameIndex) -> Self {
        let mut context = Self::default();
        context.fill(0, question.participants.iter().filter_map(|path| index.find(path)).collect());
        context.fill(1, question.neighbours.iter().filter_map(|path| index.find(path)).collect());
        let near = context.classes[0].iter().chain(&context.classes[1]);
        context.fill(2, near.flat_map(|id| index.met(*id)).collect());
        if let Some(key) = question.company.and_then(NameIndex::company_key) {
            context.fill(3, index.staff(&key).collect());
        }
        let crowds = context.classes.each_ref().map(|ids| u32::try_from(ids.len()).unwrap_or(u32::MAX));
        let bits = |place, crowd: u32| (weights::prior(place) / f64::from(crowd.max(1)) / weights::NOBODY).log2();
        for (place, crowd) in PLACES.into_iter().zip(crowds) {
            context.bits[place as usize] = bits(place, crowd);
        }
        context.bits[Place::Vault as usize] = bits(Place::Vault, index.crowd());
        context
    }

    fn fill(&mut self, class: usize, mut ids: Vec<Id>) {
        order::sort(&mut ids);
        ids.dedup();
        ids.retain(|id| self.place(*id) == Place::Vault);
        self.classes[class] = ids;
    }

    /// Where a person stands.
    pub fn place(&self, id: Id) -> Place {
        let class = self.classes.iter().position(|ids| ids.binary_search(&id).is_ok());
        class.map_or(Place::Vault, |class| PLACES[class])
    }

    /// The people who take part.
    pub fn participants(&self) -> &[Id] {
        &self.classes[0]
    }

    /// Everyone to be considered for their nearness alone.
    pub fn candidates(&self) -> impl Iterator<Item = Id> {
        self.classes.iter().filter(|ids| ids.len() <= weights::LARGEST_CLASS).flatten().copied()
    }

    /// The bits of standing in a place: its prior shared by all who stand there, against nobody.
    pub fn bits(&self, place: Place) -> f64 {
        self.bits[place as usize]
    }
}
