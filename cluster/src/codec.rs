//! How the operator travels to executors.

use std::sync::Arc;

use ballista_core::serde::BallistaPhysicalExtensionCodec;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::TaskContext;
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};

use crate::compare::{Compare, Work};

/// Begins what is ours; Ballista's own operators begin with a protobuf tag. The number is the version of [`Work`].
const MAGIC: &[u8] = b"\xffcairn compare 1\0";

/// Ballista's codec, and [`Compare`].
#[derive(Debug, Default)]
pub struct Codec {
    ballista: BallistaPhysicalExtensionCodec,
}

impl PhysicalExtensionCodec for Codec {
    fn try_decode(
        &self,
        buf: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        ctx: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let Some(work) = buf.strip_prefix(MAGIC) else {
            return self.ballista.try_decode(buf, inputs, ctx, converter);
        };
        let work: Work = postcard::from_bytes(work).map_err(|e| DataFusionError::External(Box::new(e)))?;
        let [input] = inputs else {
            return Err(DataFusionError::Internal(format!("Compare has one input, not {}", inputs.len())));
        };
        Ok(Arc::new(Compare::new(Arc::clone(input), work)))
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        buf: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        let Some(compare) = node.downcast_ref::<Compare>() else {
            return self.ballista.try_encode(node, buf, converter);
        };
        let work = postcard::to_stdvec(compare.work()).map_err(|e| DataFusionError::External(Box::new(e)))?;
        buf.extend_from_slice(MAGIC);
        buf.extend_from_slice(&work);
        Ok(())
    }
}
