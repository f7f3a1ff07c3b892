//! Objects that are answered from memory, field after field, on the spot.
//!
//! The library resolves the fields of an object, and the objects of a list, side by side: a box and a task for each,
//! which costs more than the answer where that is in memory already. Here one box serves an object or a whole list, and
//! everything is asked in its turn. So a field of such an object that has to ask the database must not do so once for
//! each object: it reads for all of them at once, and the others find it read ([`crate::directory::upkeep::owners`]).

use std::borrow::Cow;
use std::pin::Pin;

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::{Field, Selection, SelectionSet};
use async_graphql::registry::Registry;
use async_graphql::resolver_utils::resolve_container_serial;
use async_graphql::{ContainerType, ContextSelectionSet, Name, OutputType, Positioned, ServerResult, Value};

/// An answer to come. Its type is hidden, because things refer to each other in circles.
type Answer<'a> = Pin<Box<dyn Future<Output = ServerResult<Value>> + Send + 'a>>;

/// An object whose fields are in memory. In the schema it is the object itself.
pub struct Prompt<T>(pub T);

impl<T: ContainerType> OutputType for Prompt<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        let answer: Answer<'_> = Box::pin(async move { answer(ctx, &self.0, &asked::<T>(ctx)).await });
        answer.await
    }
}

/// A list of objects whose fields are in memory. In the schema it is a list of the objects.
pub struct Prompts<T>(pub Vec<T>);

impl<T: ContainerType> OutputType for Prompts<T> {
    fn type_name() -> Cow<'static, str> {
        Vec::<T>::type_name()
    }

    fn qualified_type_name() -> String {
        Vec::<T>::qualified_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        Vec::<T>::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        let answers: Answer<'_> = Box::pin(async move {
            let asked = asked::<T>(ctx);
            let mut answers = Vec::with_capacity(self.0.len());
            for (at, object) in self.0.iter().enumerate() {
                answers.push(answer(&ctx.with_index(at), object, &asked).await?);
            }
            Ok(Value::List(answers))
        });
        answers.await
    }
}

impl<T> FromIterator<T> for Prompts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(objects: I) -> Self {
        Self(objects.into_iter().collect())
    }
}

/// What is asked of an object.
enum Asked<'a> {
    /// These fields, each under a key of its own.
    Fields(Vec<&'a Positioned<Field>>),
    /// More than that; the library knows how.
    More,
}

fn asked<'a, T: ContainerType>(ctx: &ContextSelectionSet<'a>) -> Asked<'a> {
    let mut fields = Vec::with_capacity(ctx.item.node.items.len());
    if collect::<T>(ctx, &ctx.item.node, &mut fields) { Asked::Fields(fields) } else { Asked::More }
}

/// Collects the fields that are asked for, those in fragments among them. False where that is not all there is to it: the
/// same key twice, whose answers have to be merged; a fragment on an interface; a directive.
fn collect<'a, T: ContainerType>(
    ctx: &ContextSelectionSet<'a>,
    selection: &'a SelectionSet,
    fields: &mut Vec<&'a Positioned<Field>>,
) -> bool {
    let applies = |condition: Option<&Name>| condition.is_none_or(|condition| *condition == *T::type_name());
    selection.items.iter().all(|item| match &item.node {
        Selection::Field(field) => {
            let key = &field.node.response_key().node;
            let is_plain = field.node.directives.is_empty()
                && !fields.iter().any(|other| other.node.response_key().node == *key);
            fields.push(field);
            is_plain
        }
        Selection::FragmentSpread(spread) => {
            let fragment = ctx.query_env.fragments.get(&spread.node.fragment_name.node);
            fragment.is_some_and(|fragment| {
                spread.node.directives.is_empty()
                    && applies(Some(&fragment.node.type_condition.node.on.node))
                    && collect::<T>(ctx, &fragment.node.selection_set.node, fields)
            })
        }
        Selection::InlineFragment(fragment) => {
            fragment.node.directives.is_empty()
                && applies(fragment.node.type_condition.as_ref().map(|condition| &condition.node.on.node))
                && collect::<T>(ctx, &fragment.node.selection_set.node, fields)
        }
    })
}

async fn answer<T: ContainerType>(
    ctx: &ContextSelectionSet<'_>,
    object: &T,
    asked: &Asked<'_>,
) -> ServerResult<Value> {
    let Asked::Fields(fields) = asked else { return resolve_container_serial(ctx, object).await };
    let mut answer = IndexMap::with_capacity(fields.len());
    for field in fields {
        let value = if field.node.name.node == "__typename" {
            Value::String(object.introspection_type_name().into_owned())
        } else {
            match object.resolve_field(&ctx.with_field(field)).await {
                Ok(value) => value.unwrap_or_default(),
                // As the library does: the field is left out, the error is told.
                Err(error) => {
                    ctx.add_error(error);
                    continue;
                }
            }
        };
        answer.insert(field.node.response_key().node.clone(), value);
    }
    Ok(if answer.is_empty() { Value::Null } else { Value::Object(answer) })
}
