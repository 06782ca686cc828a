"use strict";
// https://registry.terraform.io/providers/aliyun/alicloud/latest/docs
// generated from terraform resource schema
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.AlicloudProvider = void 0;
exports.alicloudProviderAssumeRoleToTerraform = alicloudProviderAssumeRoleToTerraform;
exports.alicloudProviderAssumeRoleToHclTerraform = alicloudProviderAssumeRoleToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function alicloudProviderAssumeRoleToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        policy: cdktf.stringToTerraform(struct.policy),
        role_arn: cdktf.stringToTerraform(struct.roleArn),
        session_expiration: cdktf.numberToTerraform(struct.sessionExpiration),
        session_name: cdktf.stringToTerraform(struct.sessionName),
    };
}
function alicloudProviderAssumeRoleToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        policy: {
            value: cdktf.stringToHclTerraform(struct.policy),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        role_arn: {
            value: cdktf.stringToHclTerraform(struct.roleArn),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        session_expiration: {
            value: cdktf.numberToHclTerraform(struct.sessionExpiration),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        session_name: {
            value: cdktf.stringToHclTerraform(struct.sessionName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs alicloud}
*/
class AlicloudProvider extends cdktf.TerraformProvider {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "alicloud";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a AlicloudProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the AlicloudProvider to import
    * @param importFromId The id of the existing AlicloudProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the AlicloudProvider to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "alicloud", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs alicloud} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options AlicloudProviderConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'alicloud',
            terraformGeneratorMetadata: {
                providerName: 'alicloud',
                providerVersionConstraint: '>= 1.278.0, < 2.0.0'
            },
            terraformProviderSource: 'aliyun/alicloud'
        });
        this._accountId = config.accountId;
        this._accountType = config.accountType;
        this._configurationSource = config.configurationSource;
        this._ecsRoleName = config.ecsRoleName;
        this._profile = config.profile;
        this._protocol = config.protocol;
        this._region = config.region;
        this._sharedCredentialsFile = config.sharedCredentialsFile;
        this._skipRegionValidation = config.skipRegionValidation;
        this._alias = config.alias;
        this._assumeRole = config.assumeRole;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // account_id - computed: false, optional: true, required: false
    _accountId;
    get accountId() {
        return this._accountId;
    }
    set accountId(value) {
        this._accountId = value;
    }
    resetAccountId() {
        this._accountId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get accountIdInput() {
        return this._accountId;
    }
    // account_type - computed: false, optional: true, required: false
    _accountType;
    get accountType() {
        return this._accountType;
    }
    set accountType(value) {
        this._accountType = value;
    }
    resetAccountType() {
        this._accountType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get accountTypeInput() {
        return this._accountType;
    }
    // configuration_source - computed: false, optional: true, required: false
    _configurationSource;
    get configurationSource() {
        return this._configurationSource;
    }
    set configurationSource(value) {
        this._configurationSource = value;
    }
    resetConfigurationSource() {
        this._configurationSource = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get configurationSourceInput() {
        return this._configurationSource;
    }
    // ecs_role_name - computed: false, optional: true, required: false
    _ecsRoleName;
    get ecsRoleName() {
        return this._ecsRoleName;
    }
    set ecsRoleName(value) {
        this._ecsRoleName = value;
    }
    resetEcsRoleName() {
        this._ecsRoleName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get ecsRoleNameInput() {
        return this._ecsRoleName;
    }
    // profile - computed: false, optional: true, required: false
    _profile;
    get profile() {
        return this._profile;
    }
    set profile(value) {
        this._profile = value;
    }
    resetProfile() {
        this._profile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get profileInput() {
        return this._profile;
    }
    // protocol - computed: false, optional: true, required: false
    _protocol;
    get protocol() {
        return this._protocol;
    }
    set protocol(value) {
        this._protocol = value;
    }
    resetProtocol() {
        this._protocol = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get protocolInput() {
        return this._protocol;
    }
    // region - computed: false, optional: true, required: false
    _region;
    get region() {
        return this._region;
    }
    set region(value) {
        this._region = value;
    }
    resetRegion() {
        this._region = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get regionInput() {
        return this._region;
    }
    // shared_credentials_file - computed: false, optional: true, required: false
    _sharedCredentialsFile;
    get sharedCredentialsFile() {
        return this._sharedCredentialsFile;
    }
    set sharedCredentialsFile(value) {
        this._sharedCredentialsFile = value;
    }
    resetSharedCredentialsFile() {
        this._sharedCredentialsFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get sharedCredentialsFileInput() {
        return this._sharedCredentialsFile;
    }
    // skip_region_validation - computed: false, optional: true, required: false
    _skipRegionValidation;
    get skipRegionValidation() {
        return this._skipRegionValidation;
    }
    set skipRegionValidation(value) {
        this._skipRegionValidation = value;
    }
    resetSkipRegionValidation() {
        this._skipRegionValidation = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get skipRegionValidationInput() {
        return this._skipRegionValidation;
    }
    // alias - computed: false, optional: true, required: false
    _alias;
    get alias() {
        return this._alias;
    }
    set alias(value) {
        this._alias = value;
    }
    resetAlias() {
        this._alias = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get aliasInput() {
        return this._alias;
    }
    // assume_role - computed: false, optional: true, required: false
    _assumeRole;
    get assumeRole() {
        return this._assumeRole;
    }
    set assumeRole(value) {
        this._assumeRole = value;
    }
    resetAssumeRole() {
        this._assumeRole = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get assumeRoleInput() {
        return this._assumeRole;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            account_id: cdktf.stringToTerraform(this._accountId),
            account_type: cdktf.stringToTerraform(this._accountType),
            configuration_source: cdktf.stringToTerraform(this._configurationSource),
            ecs_role_name: cdktf.stringToTerraform(this._ecsRoleName),
            profile: cdktf.stringToTerraform(this._profile),
            protocol: cdktf.stringToTerraform(this._protocol),
            region: cdktf.stringToTerraform(this._region),
            shared_credentials_file: cdktf.stringToTerraform(this._sharedCredentialsFile),
            skip_region_validation: cdktf.booleanToTerraform(this._skipRegionValidation),
            alias: cdktf.stringToTerraform(this._alias),
            assume_role: alicloudProviderAssumeRoleToTerraform(this._assumeRole),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            account_id: {
                value: cdktf.stringToHclTerraform(this._accountId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            account_type: {
                value: cdktf.stringToHclTerraform(this._accountType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            configuration_source: {
                value: cdktf.stringToHclTerraform(this._configurationSource),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ecs_role_name: {
                value: cdktf.stringToHclTerraform(this._ecsRoleName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            profile: {
                value: cdktf.stringToHclTerraform(this._profile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            protocol: {
                value: cdktf.stringToHclTerraform(this._protocol),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            region: {
                value: cdktf.stringToHclTerraform(this._region),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            shared_credentials_file: {
                value: cdktf.stringToHclTerraform(this._sharedCredentialsFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            skip_region_validation: {
                value: cdktf.booleanToHclTerraform(this._skipRegionValidation),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            alias: {
                value: cdktf.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            assume_role: {
                value: alicloudProviderAssumeRoleToHclTerraform(this._assumeRole),
                isBlock: true,
                type: "set",
                storageClassType: "AlicloudProviderAssumeRoleList",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.AlicloudProvider = AlicloudProvider;
