//! A municipality of any size, plainly made up, for budgets and statement counts.

use server::sample::Sample;

/// How large.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Services.
    pub services: usize,
    /// Contacts.
    pub contacts: usize,
    /// Organisations.
    pub organisations: usize,
}

/// The size that the directory budgets are measured at.
pub const DIRECTORY: Size = Size { services: 2_000, contacts: 4_000, organisations: 300 };
/// The size that the search budget is measured at.
pub const SEARCH: Size = Size { services: 10_000, contacts: 4_000, organisations: 300 };

const KINDS: [&str; 12] = [
    "Værested",
    "Rusmiddelbehandling",
    "Gældsrådgivning",
    "Jobmentor",
    "Natherberg",
    "Bostøtte",
    "Socialtandpleje",
    "Selvhjælpsgruppe",
    "Krisecenter",
    "Ungekontakt",
    "Besøgsven",
    "Retshjælp",
];
const PLACES: [&str; 10] =
    ["Nord", "Syd", "Øst", "Vest", "Midtbyen", "Havnen", "Skovbrynet", "Åparken", "Torvet", "Stationen"];
const SENTENCES: [&str; 8] = [
    "Her kan du få en kop kaffe og en snak om det, der fylder.",
    "Du får hjælp til at forstå breve fra kommunen og til at svare på dem.",
    "Vi følger dig til læge, jobcenter eller bank, hvis du ønsker det.",
    "Behandlingen tager udgangspunkt i dine egne mål og varer, så længe du har brug for den.",
    "Medarbejderne taler med dig om økonomi, bolig og familie.",
    "Du kan sove her en enkelt nat eller blive, til noget andet er på plads.",
    "Tilbuddet er for voksne med et misbrug, en psykisk lidelse eller begge dele.",
    "Frivillige står for madlavning, ture og fællesspisning hver uge.",
];

/// A municipality of this size, under the slug `prove`.
pub fn municipality(size: Size) -> Sample {
    let mut municipality = String::from(
        "slug='prove'\ncode='999'\nname='Prøvekommune'\n[source]\ndocument='Made up for measuring'\ndate=2026-01-01\n\
         [catalogue]\ntitle='Prøve'\nedition='1'\npublished_on=2026-01-01\n",
    );
    for n in 0..12 {
        municipality +=
            &format!("[[theme]]\nslug='tema-{n}'\nname='Tema {n}'\nname_en='Theme {n}'\nicon='health'\n");
        municipality +=
            &format!("[[target_group]]\nslug='gruppe-{n}'\nname='Gruppe {n}'\nname_en='Group {n}'\n");
    }
    let mut organisations = String::new();
    for n in 0..size.organisations {
        let sector = ["municipal", "municipal", "voluntary", "private"][n % 4];
        let parent = if n < 20 { String::new() } else { format!("parent='enhed-{}'\n", n % 20) };
        organisations += &format!(
            "[[organisation]]\nslug='enhed-{n}'\nname='Prøveenhed {n}'\nsector='{sector}'\n{parent}"
        );
    }
    let mut contacts = String::new();
    for n in 0..size.contacts {
        contacts += &format!(
            "[[contact]]\nkey='kontakt-{n}'\nkind='function'\nname='Prøvevagt {n}'\ntitle='Vagttelefon'\n\
             organisation='enhed-{}'\nphones=[{{number='{}'}}]\nemails=[{{address='vagt{n}@prove.example'}}]\n",
            n % size.organisations,
            20_000_000 + n * 7,
        );
    }
    let mut services = String::new();
    for n in 0..size.services {
        services += &service(n, size);
    }
    Sample {
        municipality: toml::from_str(&municipality).expect("a municipality"),
        organisations: toml::from_str::<server::sample::format::OrganisationsFile>(&organisations)
            .expect("organisations")
            .organisation,
        contacts: toml::from_str::<server::sample::format::ContactsFile>(&contacts)
            .expect("contacts")
            .contact,
        services: toml::from_str::<server::sample::format::ServicesFile>(&services)
            .expect("services")
            .service,
        plans: server::sample::plan::PlanFile::default(),
    }
}

fn service(n: usize, size: Size) -> String {
    let (kind, place) = (KINDS[n % KINDS.len()], PLACES[(n / KINDS.len()) % PLACES.len()]);
    let text: Vec<&str> = (0..4).map(|k| SENTENCES[(n * 5 + k * 3 + n / 7) % SENTENCES.len()]).collect();
    let access = ["open", "referral", "self_referral"][n % 3];
    let (first, second) = (n * 2 % size.contacts, (n * 2 + 1) % size.contacts);
    format!(
        "[[service]]\nslug='tilbud-{n}'\nname='{kind} {place} {n}'\norganisation='enhed-{}'\n\
         themes=['tema-{}','tema-{}']\ntarget_groups=['gruppe-{}']\ndescription='{}'\naccess='{access}'\n\
         locations=[{{address_1='Prøvevej {n}',postal_code='9999',city='Prøveby'}}]\n\
         schedules=[{{byday=['MO','TU','WE','TH','FR'],opens_at='09:00',closes_at='15:00'}}]\n\
         contacts=[{{key='kontakt-{first}',role='Kontakt'}},{{key='kontakt-{second}'}}]\nassured_date=2026-01-01\n",
        n % size.organisations,
        n % 12,
        (n + 5) % 12,
        n % 12,
        text.join(" "),
    )
}
