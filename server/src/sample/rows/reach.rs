//! The rows of how something is reached: places, numbers, addresses, hours.

use entity::directory::{email, link, location, phone, schedule, schedule_exception};
use entity::ids::{EmailId, LinkId, LocationId, OrganisationId, PhoneId, ScheduleExceptionId, ScheduleId};
use entity::strings::Strings;

use super::{Owner, Rows, date, position, time, written};
use crate::directory::rules::reach;
use crate::error::Result;

impl Rows<'_> {
    pub(super) fn location(
        &mut self,
        at: usize,
        place: &written::Location,
        organisation_id: Option<OrganisationId>,
    ) -> LocationId {
        let id = LocationId(self.ctx.new_key());
        self.locations.push(location::Model {
            id,
            municipality_id: self.municipality.id,
            organisation_id,
            name: place.name.clone(),
            address_1: place.address_1.clone(),
            postal_code: place.postal_code.clone(),
            city: place.city.clone(),
            latitude: None,
            longitude: None,
            position: position(at),
        });
        id
    }

    pub(super) fn reach(
        &mut self,
        owner: Owner,
        phones: &[written::Phone],
        emails: &[written::Email],
        links: &[written::Link],
    ) {
        let municipality_id = self.municipality.id;
        let key = || self.ctx.new_key();
        self.phones.extend(phones.iter().enumerate().map(|(at, phone)| phone::Model {
            id: PhoneId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            contact_id: owner.contact,
            service_id: owner.service,
            number: reach::phone(&phone.number).unwrap_or_else(|| phone.number.clone()),
            kind: phone.kind,
            description: phone.description.clone(),
            position: position(at),
        }));
        self.emails.extend(emails.iter().enumerate().map(|(at, email)| email::Model {
            id: EmailId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            contact_id: owner.contact,
            service_id: owner.service,
            address: email.address.clone(),
            description: email.description.clone(),
            position: position(at),
        }));
        self.links.extend(links.iter().enumerate().map(|(at, link)| link::Model {
            id: LinkId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            service_id: owner.service,
            url: link.url.clone(),
            label: link.label.clone(),
            position: position(at),
        }));
    }

    pub(super) fn hours(
        &mut self,
        owner: Owner,
        schedules: &[written::Schedule],
        exceptions: &[written::ScheduleException],
    ) -> Result<()> {
        let municipality_id = self.municipality.id;
        for (at, written) in schedules.iter().enumerate() {
            self.schedules.push(schedule::Model {
                id: ScheduleId(self.ctx.new_key()),
                municipality_id,
                contact_id: owner.contact,
                service_id: owner.service,
                byday: Strings(written.byday.clone()),
                weeks: written.weeks,
                opens_at: time(written.opens_at.as_deref())?,
                closes_at: time(written.closes_at.as_deref())?,
                valid_from: written.valid_from.map(date).transpose()?,
                valid_to: written.valid_to.map(date).transpose()?,
                description: written.description.clone(),
                position: position(at),
            });
        }
        for (at, written) in exceptions.iter().enumerate() {
            self.schedule_exceptions.push(schedule_exception::Model {
                id: ScheduleExceptionId(self.ctx.new_key()),
                municipality_id,
                contact_id: owner.contact,
                service_id: owner.service,
                valid_from: date(written.valid_from)?,
                valid_to: date(written.valid_to)?,
                closed: written.closed,
                opens_at: time(written.opens_at.as_deref())?,
                closes_at: time(written.closes_at.as_deref())?,
                description: written.description.clone(),
                position: position(at),
            });
        }
        Ok(())
    }
}
