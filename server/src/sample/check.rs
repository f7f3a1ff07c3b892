//! What must hold of a sample beyond its form: keys are unique, references lead somewhere, numbers exist.

use std::collections::HashSet;

use super::Sample;
use super::format::{Email, Link, Phone, Schedule};
use super::plan;
use crate::directory::rules::{opening, reach, tax_id};
use crate::error::{Error, Result};

/// Checks a sample.
///
/// # Errors
/// `Data` naming the entry and what is wrong with it.
pub(super) fn check(sample: &Sample) -> Result<()> {
    let checker = Checker { municipality: &sample.municipality.slug };
    let themes = checker.keys("theme", sample.municipality.theme.iter().map(|theme| &theme.slug))?;
    let groups =
        checker.keys("target group", sample.municipality.target_group.iter().map(|group| &group.slug))?;
    let organisations = checker.keys("organisation", sample.organisations.iter().map(|org| &org.slug))?;
    let services = checker.keys("service", sample.services.iter().map(|service| &service.slug))?;
    let mut contacts = HashSet::new();

    let mut above = HashSet::new();
    for organisation in &sample.organisations {
        let here = checker.entry("organisation", &organisation.slug);
        here.known("parent (must stand before)", organisation.parent.iter(), &above)?;
        here.holds(organisation.cvr.iter().all(|cvr| tax_id::is_valid(cvr)), "CVR number")?;
        here.reach(&organisation.phones, &organisation.emails, &organisation.links)?;
        above.insert(organisation.slug.as_str());
    }
    for contact in &sample.contacts {
        let here = checker.entry("contact", &contact.key);
        here.holds(contacts.insert(contact.key.as_str()), "stands twice")?;
        here.known("organisation", [&contact.organisation], &organisations)?;
        here.reach(&contact.phones, &contact.emails, &[])?;
        here.schedules(&contact.schedules)?;
    }
    checker.entry("catalogue", "editor").known(
        "contact",
        sample.municipality.catalogue.editor.iter(),
        &contacts,
    )?;
    for service in &sample.services {
        let here = checker.entry("service", &service.slug);
        here.known("organisation", [&service.organisation], &organisations)?;
        here.known("parent", service.parent.iter(), &services)?;
        here.holds(!service.themes.is_empty(), "no theme")?;
        here.known("theme", &service.themes, &themes)?;
        here.known("target group", &service.target_groups, &groups)?;
        here.known("contact", service.contacts.iter().map(|contact| &contact.key), &contacts)?;
        here.reach(&service.phones, &service.emails, &service.links)?;
        here.schedules(&service.schedules)?;
        let ages = (service.minimum_age, service.maximum_age);
        here.holds(!matches!(ages, (Some(min), Some(max)) if min > max), "ages the wrong way round")?;
    }
    if let Some(message) = plan::wrong(&sample.plans, |slug| organisations.contains(slug)) {
        return Err(Error::Data { file: format!("samples/{}", sample.municipality.slug), message });
    }
    Ok(())
}

struct Checker<'s> {
    municipality: &'s str,
}

impl<'s> Checker<'s> {
    fn entry(&self, kind: &'static str, key: &'s str) -> Entry<'s> {
        Entry { municipality: self.municipality, kind, key }
    }

    fn keys(&self, kind: &'static str, slugs: impl Iterator<Item = &'s String>) -> Result<HashSet<&'s str>> {
        let mut keys = HashSet::new();
        for slug in slugs {
            let here = self.entry(kind, slug);
            here.holds(reach::is_slug(slug), "slug")?;
            here.holds(keys.insert(slug.as_str()), "stands twice")?;
        }
        Ok(keys)
    }
}

struct Entry<'s> {
    municipality: &'s str,
    kind: &'static str,
    key: &'s str,
}

impl Entry<'_> {
    fn holds(&self, right: bool, what: &str) -> Result<()> {
        if right {
            return Ok(());
        }
        let Self { municipality, kind, key } = self;
        Err(Error::Data { file: format!("samples/{municipality}"), message: format!("{kind} {key}: {what}") })
    }

    fn known<'k>(
        &self,
        what: &str,
        named: impl IntoIterator<Item = &'k String>,
        known: &HashSet<&str>,
    ) -> Result<()> {
        named
            .into_iter()
            .try_for_each(|key| self.holds(known.contains(key.as_str()), &format!("no {what} {key}")))
    }

    fn reach(&self, phones: &[Phone], emails: &[Email], links: &[Link]) -> Result<()> {
        for phone in phones {
            self.holds(reach::phone(&phone.number).is_some(), &format!("phone {}", phone.number))?;
        }
        for email in emails {
            self.holds(reach::is_email(&email.address), &format!("e-mail {}", email.address))?;
        }
        links
            .iter()
            .try_for_each(|link| self.holds(reach::is_web_address(&link.url), &format!("link {}", link.url)))
    }

    fn schedules(&self, schedules: &[Schedule]) -> Result<()> {
        for schedule in schedules {
            let known = schedule.byday.iter().all(|day| opening::weekday(day).is_some());
            self.holds(known && !schedule.byday.is_empty(), "weekdays")?;
            self.holds(schedule.opens_at.is_some() == schedule.closes_at.is_some(), "opens and closes")?;
        }
        Ok(())
    }
}
