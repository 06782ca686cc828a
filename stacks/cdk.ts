/**
 * The only file that names the CDK library. cdktf is archived; its maintained fork is CDK Terrain: put
 * "cdktn" here, and regenerate the provider bindings, to move (docs/deployment.md).
 */
export {
  App,
  LocalBackend,
  OssBackend,
  TerraformAsset,
  TerraformOutput,
  TerraformResource,
  type TerraformResourceLifecycle,
  TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
export { Construct } from "constructs";
