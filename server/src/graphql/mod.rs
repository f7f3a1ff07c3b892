//! The GraphQL API: the schema's root, its limits, and how errors reach a client. Fields of a thing stand with
//! their area (`directory::graphql`). What a person can do, the API can do; the browser app uses nothing else.

pub mod error;
pub(crate) mod extent;
pub mod municipality;
pub mod node;
pub mod page;
pub mod payload;
pub mod prompt;
pub mod slice;
pub(crate) mod values;

use std::sync::LazyLock;

use async_graphql::{Context, EmptySubscription, ID, MergedObject, Object, Schema};

use crate::audit::graphql::AuditQuery;
use crate::ctx::Ctx;
use crate::directory::editing::graphql::{EntryMutation, HistoryMutation, TaxonomyMutation};
use crate::directory::editions::graphql::EditionMutation;
use crate::directory::exchange::graphql::ExchangeMutation;
use crate::directory::proposals::graphql::ProposalMutation;
use crate::directory::service as directory;
use crate::directory::upkeep::graphql::UpkeepMutation;
use crate::error::Result;
use crate::framework::cycle::graphql::CycleMutation;
use crate::framework::draft::graphql::FrameworkMutation;
use crate::framework::registers::graphql::RegisterMutation;
use crate::identity::graphql::{IdentityMutation, IdentityQuery};
use crate::identity::people::graphql::PeopleMutation;
use crate::identity::settings::graphql::SettingsMutation;
use crate::ids::NodeId;
use crate::mail::graphql::MailQuery;
use crate::plan::graphql::PlanMutation;

use municipality::Municipality;
use node::Node;

/// The schema.
pub type ApiSchema = Schema<Query, Mutation, EmptySubscription>;

/// Deepest nesting of fields; GraphiQL's introspection needs 13.
const DEPTH: usize = 15;
/// Most fields that an answer may have, pages counted by the size asked for and other lists by what is usual.
/// What they really hold is counted by `Ctx::hand_out`.
const COMPLEXITY: usize = 50_000;
/// Deepest nesting while parsing.
const RECURSION: usize = 32;
/// How many nodes may be asked for by id at once.
const NODES: usize = 100;

/// The schema with its limits, built once. The context of each request is added to the request.
pub fn schema() -> ApiSchema {
    static SCHEMA: LazyLock<ApiSchema> = LazyLock::new(|| {
        Schema::build(Query::default(), Mutation::default(), EmptySubscription)
            .limit_depth(DEPTH)
            .limit_complexity(COMPLEXITY)
            .limit_recursive_depth(RECURSION)
            .disable_suggestions()
            .finish()
    });
    SCHEMA.clone()
}

/// The schema in SDL, as committed in `server/schema.graphql`.
pub fn sdl() -> String {
    let sdl = schema().sdl();
    let lines: Vec<&str> = sdl.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned() + "\n"
}

/// The context of the request that a field is resolved for.
pub(crate) fn request<'c>(context: &Context<'c>) -> &'c Ctx {
    context.data_unchecked::<Ctx>()
}

/// Look things up.
#[derive(MergedObject, Default)]
pub struct Query(DirectoryQuery, IdentityQuery, AuditQuery, MailQuery);

/// Change things. Each mutation takes one input and answers with the changed thing, or with what was wrong with what
/// was typed.
#[derive(MergedObject, Default)]
pub struct Mutation(PersonMutation, DirectoryMutation, CollaborationMutation);

// Merged in groups: the compiler lays one within the other, and has had enough of a long row.

/// Accounts, people and what a municipality sets for itself.
#[derive(MergedObject, Default)]
pub struct PersonMutation(IdentityMutation, PeopleMutation, SettingsMutation);

/// The directory and its upkeep.
#[derive(MergedObject, Default)]
pub struct DirectoryMutation(
    UpkeepMutation,
    EditionMutation,
    ProposalMutation,
    ExchangeMutation,
    EntryMutation,
    TaxonomyMutation,
    HistoryMutation,
);

/// The framework and the plans.
#[derive(MergedObject, Default)]
pub struct CollaborationMutation(FrameworkMutation, CycleMutation, RegisterMutation, PlanMutation);

/// Where a query for a directory begins.
#[derive(Default)]
pub struct DirectoryQuery;

#[Object]
impl DirectoryQuery {
    /// The thing with this key, whatever it is; null where there is none.
    async fn node(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The key, as an `id` field gave it.")] id: ID,
    ) -> Result<Option<Node>> {
        find(request(context), &id)
    }

    /// The things with these keys (at most 100), in the same order; null for those that are not there.
    #[graphql(complexity = "ids.len() * child_complexity")]
    async fn nodes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The keys, as `id` fields gave them.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        if ids.len() > NODES {
            return Err(crate::error::Error::invalid("ids", format!("At most {NODES} ids at once.")));
        }
        ids.iter().map(|id| find(request(context), id)).collect()
    }

    /// The municipalities of this installation, by name.
    #[graphql(complexity = "100 * child_complexity")]
    async fn municipalities(&self, context: &Context<'_>) -> Result<Vec<Municipality>> {
        Ok(directory::open_all(request(context))?.into_iter().map(Municipality).collect())
    }

    /// The municipality with this slug, the first part of its paths; null where there is none.
    async fn municipality(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "For example `esbjerg`.")] slug: String,
    ) -> Result<Option<Municipality>> {
        Ok(directory::open(request(context), &slug)?.map(Municipality))
    }
}

fn find(ctx: &Ctx, id: &str) -> Result<Option<Node>> {
    let Some(id) = NodeId::parse(id) else { return Ok(None) };
    Ok(directory::find_node(ctx, id)?.map(|(directory, at)| Node::new(id, directory, at)))
}
