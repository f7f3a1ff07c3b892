//! The page's own words in Danish and English. What people wrote stays as they wrote it.

use crate::directory::catalogue::Language;

/// Words that stand alone, as name, Danish, English.
macro_rules! words {
    ($($name:ident: $danish:literal, $english:literal;)+) => {
        /// The words of a framework's page.
        impl Language {$(
            pub(super) fn $name(self) -> &'static str {
                match self { Self::Danish => $danish, Self::English => $english }
            }
        )+}
    };
}

words! {
    framework: "Overordnet ramme", "Overall framework";
    edition: "Udgave", "Edition";
    approved: "Godkendt", "Approved";
    next_update: "Opdateres senest", "To be updated by";
    back_to_framework: "Tilbage til rammen", "Back to the framework";
    nothing_yet: "Der er ikke svaret endnu.", "Not answered yet.";
    no_services: "Der er ingen tilbud endnu.", "There are no services yet.";
    run_by: "Hører til", "Part of";
    done_since: "Gjort siden sidst", "Done since the last edition";
    activity: "Aktivitet", "Activity";
    goal: "Mål", "Goal";
    done_on: "Færdig", "Done on";
    responsible: "Ansvarlig", "Responsible";
    step: "Trin", "Step";
    then: "Derefter", "Then";
    ends: "Her slutter vejen.", "The way ends here.";
    if_so: "Hvis", "If";
}

// Of the registers.
words! {
    group: "Gruppe", "Group";
    number_of: "Antal", "Number";
    as_of: "Opgjort", "As of";
    source_of: "Kilde", "Source";
    paragraph: "Paragraf", "Paragraph";
    help: "Hjælp", "Support";
    period: "Periode", "Period";
    partner: "Samarbejdspartner", "Partner";
    branch: "Område", "Branch";
    role: "Rolle", "Role";
    anchoring: "Forankret hos", "Anchored at";
    level_of: "Niveau", "Level";
    purpose: "Formål", "Purpose";
    members: "Medlemmer", "Members";
    chair: "Formand", "Chair";
    rhythm: "Hvor tit", "How often";
    meetings: "Planlagte møder", "Planned meetings";
    meetings_in_a_year: "Møder om året", "Meetings a year";
    planned: "På vej", "Planned";
    in_force: "Gælder", "In force";
    ended: "Ophørt", "Ended";
    parties: "Parter", "Parties";
    signed_on: "Indgået", "Signed";
    evaluate_by: "Evalueres senest", "To be evaluated by";
    document: "Aftalen", "The agreement";
    status_of: "Status", "Status";
    notes: "Bemærkninger", "Notes";
    holder: "Varetages af", "Held by";
    between: "Mellem", "Between";
    kept_by: "Hvem har den", "Who keeps it";
    kept_at: "Hvor ligger den", "Where it is kept";
    access_to: "Hvem har adgang", "Who has access";
    coordinated: "Samordning", "Coordination";
    citizen_involved: "Borgerens rolle", "The citizen’s part";
    link: "Link", "Link";
    users: "Hvem bruger det", "Who uses it";
    audience: "Til hvem", "For whom";
    actor: "Hvem", "Who";
    by_channel: "Hvordan", "How";
    within: "Hvornår", "When";
}
