use std::sync::Arc;

use axum::extract::State;
use cairn_work::{Decision, Shown};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::documents::{doc_id, short};
use super::{Answer, Shared};
use crate::App;
use crate::door::Caller;
use crate::error::{Code, Failure};
use crate::extract::{Json, Path, Query, given, limit, page};
use crate::types::{AcceptedClaim, ClaimOne, ClaimRow, ClaimState, Claims, Decided, DecisionsRequest, V1};

/// Claims decided in one act.
const TOGETHER: usize = 1000;

pub fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(decide)).routes(routes!(one))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Only of this document.
    #[serde(default, deserialize_with = "given")]
    #[param(pattern = "^[0-9a-f]{64}$")]
    doc: Option<String>,
    /// Default: proposed.
    #[serde(default, deserialize_with = "given")]
    #[param(inline)]
    state: Option<Wanted>,
    /// The `next` of the answer before.
    after: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Wanted {
    Proposed,
    Accepted,
    Rejected,
    All,
}

impl Wanted {
    fn is(self, state: ClaimState) -> bool {
        match self {
            Self::Proposed => state == ClaimState::Proposed,
            Self::Accepted => state == ClaimState::Accepted,
            Self::Rejected => state == ClaimState::Rejected,
            Self::All => true,
        }
    }
}

/// Claims in document order
#[utoipa::path(get, path = "/claims", tag = "claims", params(ListQuery), responses((status = 200, body = Claims)))]
async fn list(State(app): Shared, Query(q): Query<ListQuery>) -> Answer<Claims> {
    let limit = limit(q.limit, 50, 200)?;
    let doc = q.doc.as_deref().map(doc_id).transpose()?;
    let rows = app.desk.read(move |s| Ok(s.claims(doc)?)).await?;
    let mut counts = cairn_work::ClaimCounts::default();
    rows.iter().for_each(|r| counts.add(r.state));
    let state = q.state.unwrap_or(Wanted::Proposed);
    let wanted = |r: &cairn_work::ClaimRow| state.is(r.state.into());
    let total = rows.iter().filter(|r| wanted(r)).count();
    let (rows, next) = page(&rows, q.after.as_deref(), limit, |r| r.id.clone(), wanted)?;
    let claims = rows.into_iter().map(ClaimRow::from).collect();
    Ok(axum::Json(Claims { version: V1, claims, counts: counts.into(), total, next }))
}

/// One claim and the words it stands on
#[utoipa::path(get, path = "/claims/{id}", tag = "claims", params(("id" = String, Path,
    description = "Its id", pattern = "^[0-9a-f]{8}\\.[0-9a-f]{6}$")), responses((status = 200, body = ClaimOne)))]
async fn one(State(app): Shared, Path(id): Path<String>) -> Answer<ClaimOne> {
    let asked = id.clone();
    match app.desk.read(move |s| Ok(s.show(&asked)?)).await? {
        Shown::Claim { claim, words } => {
            Ok(axum::Json(ClaimOne { version: V1, claim: (*claim).into(), words: words.into() }))
        }
        _ => Err(Failure::unknown(&id)),
    }
}

/// Decide claims: one act, all of them or none
#[utoipa::path(post, path = "/claims/decisions", tag = "claims", request_body = DecisionsRequest,
    responses((status = 200, body = Decided)))]
async fn decide(
    State(app): Shared,
    caller: Caller,
    Json(request): Json<DecisionsRequest>,
) -> Answer<Decided> {
    if !(1..=TOGETHER).contains(&request.decisions.len()) {
        let words = format!("{} claims at once: expected 1 to {TOGETHER}", request.decisions.len());
        return Err(Failure::new(Code::BadRequest, words).of("decisions"));
    }
    let reason = short("reason", request.reason, 2000)?;
    let decisions: Vec<Decision> =
        request.decisions.into_iter().map(TryInto::try_into).collect::<Result<_, Failure>>()?;
    let decided = app.desk.write(caller.actor, move |s| Ok(s.decide(&decisions, reason)?)).await?;
    let accepted = decided
        .accepted
        .iter()
        .map(|a| AcceptedClaim { claim: a.claim.clone(), account: a.account.to_string() });
    Ok(axum::Json(Decided {
        version: V1,
        batch: decided.batch.to_string(),
        position: decided.position,
        accepted: accepted.collect(),
        rejected: decided.rejected,
    }))
}
