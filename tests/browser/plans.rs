//! Plans: an action plan is made and an overdue activity seen in it; a strategy is read.

use fantoccini::Locator;

use crate::harness::{Browser, Name, on_both};

const LEADER: &str = "projektleder@esbjerg.example";
const PLAN: &str = "Prøvehandleplan";
const ACTIVITY: &str = "Hold møde i Prøveforum";

/// The model's goals, as its file has them.
const GOALS: [&str; 6] = [
    "Borgeren er med i alle beslutninger om sin egen sag",
    "Det er let at finde ud af, hvilke tilbud der er, og hvem der gør hvad",
    "Borgere og samarbejdspartnere ved, hvem de skal kontakte, og hvordan",
    "Arbejdsgange og roller er klare, og ansvaret ligger ét sted",
    "Alle kender indsatsen for den enkelte borger og står bag den",
    "De rette samarbejdspartnere kommer med, når der er brug for dem",
];

const AREAS: [&str; 7] = [
    "Hurtig og fleksibel støtte",
    "Fleksible og individuelle boligløsninger",
    "Større effekt af rusmiddelbehandlingen",
    "Tidlig indsats for unge på kanten",
    "Flere i job eller uddannelse",
    "Randers for alle",
    "Lige muligheder for sundhed",
];

impl Browser {
    /// Chooses a day; what the keys of a field for days do depends on the machine's language.
    pub async fn choose_day(&self, id: &str, day: &str) {
        let field = self.client.wait().for_element(Locator::Id(id)).await.expect("a field");
        let script = "arguments[0].value = arguments[1];
            arguments[0].dispatchEvent(new Event('input', { bubbles: true }));
            arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
        self.js(script, vec![serde_json::to_value(&field).expect("an element"), day.into()]).await;
    }
}

on_both! {
    async fn an_overdue_activity_is_marked_and_lies_on_the_time_line(browser) {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/planer").await;
        browser.shows("Planer").await;
        browser.press("link", "Ny plan").await;
        browser.shows("Ny plan").await;
        browser.press("link", "Handleplan").await;
        browser.shows("Ny handleplan").await;
        browser.write("Hvad hedder planen?", PLAN).await;
        browser.stands("plan-form").await;
        browser.press("button", "Gem").await;
        browser.shows(PLAN).await;
        for (at, goal) in GOALS.into_iter().enumerate() {
            browser.find("heading", goal).await;
            browser.says(&format!("Mål {}", at + 1)).await;
        }
        assert!(!browser.words().await.contains("Mål 7"), "six goals");
        assert!(browser.all("region", "Tidslinje").await.is_empty(), "no time line without a day");

        browser.press("button", Name::Is(&format!("Ny aktivitet : {}", GOALS[0]))).await;
        browser.find("heading", "Ny aktivitet").await;
        browser.write("Aktivitet", ACTIVITY).await;
        browser.write("Eller skriv, hvem der er ansvarlig", "Prøvegruppen").await;
        browser.choose_day("field-startsOn", "2024-02-01").await;
        browser.choose_day("field-dueOn", "2024-03-01").await;
        browser.stands("plan-activity-form").await;
        browser.press("button", "Gem").await;
        let row = format!("//tr[contains(., '{ACTIVITY}')]");
        let row = browser.client.wait().for_element(Locator::XPath(&row)).await.expect("the activity");
        let row = row.text().await.expect("its words");
        assert!(row.contains("Over tid") && row.contains("Prøvegruppen"), "{row}");
        let line = browser.find("region", "Tidslinje").await;
        let drawn = line.prop("textContent").await.expect("an answer").expect("words");
        assert!(drawn.contains(&format!("! {ACTIVITY}")), "{drawn}");
        browser.says("1 over tid").await;
        browser.stands("plan").await;

        browser.press("link", "Se, hvem der har ændret hvad").await;
        browser.shows(&format!("Historik for {PLAN}")).await;
        browser.find("heading", Name::Begins(ACTIVITY)).await;
        browser.says("Skal være gjort senest 1. marts 2024").await;
        browser.stands("plan-history").await;
        browser.back().await;
        browser.shows(PLAN).await;

        browser.open("/esbjerg/planer").await;
        browser.shows("Planer").await;
        browser.find("link", PLAN).await;
        browser.says("1 over tid").await;
    }
}

on_both! {
    async fn randers_strategy_shows_its_seven_focus_areas(browser) {
        browser.bring_axe().await;
        browser.open("/randers/planer").await;
        browser.shows("Planer").await;
        browser.press("link", "Plan for udsatteområdet 2018–2021").await;
        browser.shows("Plan for udsatteområdet 2018–2021").await;
        for (at, area) in AREAS.into_iter().enumerate() {
            browser.says(&format!("Fokusområde {}", at + 1)).await;
            browser.find("heading", area).await;
        }
        assert!(!browser.words().await.contains("Fokusområde 8"), "seven areas");
        for heading in ["Mission", "Værdier", "Vision", "Hvorfor?", "Det vil vi nå"] {
            browser.find("heading", heading).await;
        }
        assert!(browser.all("button", Name::Begins("Ny aktivitet")).await.is_empty());
        browser.stands("strategy").await;
    }
}
