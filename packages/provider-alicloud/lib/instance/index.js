"use strict";
// https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance
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
exports.Instance = exports.InstanceTimeoutsOutputReference = void 0;
exports.instanceTimeoutsToTerraform = instanceTimeoutsToTerraform;
exports.instanceTimeoutsToHclTerraform = instanceTimeoutsToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function instanceTimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        create: cdktf.stringToTerraform(struct.create),
        delete: cdktf.stringToTerraform(struct.delete),
        update: cdktf.stringToTerraform(struct.update),
    };
}
function instanceTimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        create: {
            value: cdktf.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        update: {
            value: cdktf.stringToHclTerraform(struct.update),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class InstanceTimeoutsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        if (this._update !== undefined) {
            hasAnyValues = true;
            internalValueResult.update = this._update;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
            this._update = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
            this._update = value.update;
        }
    }
    // create - computed: false, optional: true, required: false
    _create;
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createInput() {
        return this._create;
    }
    // delete - computed: false, optional: true, required: false
    _delete;
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteInput() {
        return this._delete;
    }
    // update - computed: false, optional: true, required: false
    _update;
    get update() {
        return this.getStringAttribute('update');
    }
    set update(value) {
        this._update = value;
    }
    resetUpdate() {
        this._update = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateInput() {
        return this._update;
    }
}
exports.InstanceTimeoutsOutputReference = InstanceTimeoutsOutputReference;
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance alicloud_instance}
*/
class Instance extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "alicloud_instance";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Instance resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Instance to import
    * @param importFromId The id of the existing Instance that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Instance to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "alicloud_instance", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance alicloud_instance} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options InstanceConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'alicloud_instance',
            terraformGeneratorMetadata: {
                providerName: 'alicloud',
                providerVersionConstraint: '>= 1.278.0, < 2.0.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._autoReleaseTime = config.autoReleaseTime;
        this._availabilityZone = config.availabilityZone;
        this._creditSpecification = config.creditSpecification;
        this._deletionProtection = config.deletionProtection;
        this._description = config.description;
        this._dryRun = config.dryRun;
        this._forceDelete = config.forceDelete;
        this._hostName = config.hostName;
        this._httpEndpoint = config.httpEndpoint;
        this._httpTokens = config.httpTokens;
        this._id = config.id;
        this._imageId = config.imageId;
        this._instanceChargeType = config.instanceChargeType;
        this._instanceName = config.instanceName;
        this._instanceType = config.instanceType;
        this._internetChargeType = config.internetChargeType;
        this._internetMaxBandwidthOut = config.internetMaxBandwidthOut;
        this._keyName = config.keyName;
        this._privateIp = config.privateIp;
        this._resourceGroupId = config.resourceGroupId;
        this._securityEnhancementStrategy = config.securityEnhancementStrategy;
        this._securityGroups = config.securityGroups;
        this._spotDuration = config.spotDuration;
        this._spotInterruptionBehavior = config.spotInterruptionBehavior;
        this._spotPriceLimit = config.spotPriceLimit;
        this._spotStrategy = config.spotStrategy;
        this._status = config.status;
        this._stoppedMode = config.stoppedMode;
        this._systemDiskCategory = config.systemDiskCategory;
        this._systemDiskDescription = config.systemDiskDescription;
        this._systemDiskEncrypted = config.systemDiskEncrypted;
        this._systemDiskKmsKeyId = config.systemDiskKmsKeyId;
        this._systemDiskName = config.systemDiskName;
        this._systemDiskPerformanceLevel = config.systemDiskPerformanceLevel;
        this._systemDiskSize = config.systemDiskSize;
        this._tags = config.tags;
        this._userData = config.userData;
        this._volumeTags = config.volumeTags;
        this._vpcId = config.vpcId;
        this._vswitchId = config.vswitchId;
        this._timeouts.internalValue = config.timeouts;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // auto_release_time - computed: false, optional: true, required: false
    _autoReleaseTime;
    get autoReleaseTime() {
        return this.getStringAttribute('auto_release_time');
    }
    set autoReleaseTime(value) {
        this._autoReleaseTime = value;
    }
    resetAutoReleaseTime() {
        this._autoReleaseTime = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get autoReleaseTimeInput() {
        return this._autoReleaseTime;
    }
    // availability_zone - computed: true, optional: true, required: false
    _availabilityZone;
    get availabilityZone() {
        return this.getStringAttribute('availability_zone');
    }
    set availabilityZone(value) {
        this._availabilityZone = value;
    }
    resetAvailabilityZone() {
        this._availabilityZone = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get availabilityZoneInput() {
        return this._availabilityZone;
    }
    // cpu - computed: true, optional: false, required: false
    get cpu() {
        return this.getNumberAttribute('cpu');
    }
    // create_time - computed: true, optional: false, required: false
    get createTime() {
        return this.getStringAttribute('create_time');
    }
    // credit_specification - computed: true, optional: true, required: false
    _creditSpecification;
    get creditSpecification() {
        return this.getStringAttribute('credit_specification');
    }
    set creditSpecification(value) {
        this._creditSpecification = value;
    }
    resetCreditSpecification() {
        this._creditSpecification = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get creditSpecificationInput() {
        return this._creditSpecification;
    }
    // deletion_protection - computed: false, optional: true, required: false
    _deletionProtection;
    get deletionProtection() {
        return this.getBooleanAttribute('deletion_protection');
    }
    set deletionProtection(value) {
        this._deletionProtection = value;
    }
    resetDeletionProtection() {
        this._deletionProtection = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deletionProtectionInput() {
        return this._deletionProtection;
    }
    // description - computed: true, optional: true, required: false
    _description;
    get description() {
        return this.getStringAttribute('description');
    }
    set description(value) {
        this._description = value;
    }
    resetDescription() {
        this._description = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get descriptionInput() {
        return this._description;
    }
    // dry_run - computed: false, optional: true, required: false
    _dryRun;
    get dryRun() {
        return this.getBooleanAttribute('dry_run');
    }
    set dryRun(value) {
        this._dryRun = value;
    }
    resetDryRun() {
        this._dryRun = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get dryRunInput() {
        return this._dryRun;
    }
    // expired_time - computed: true, optional: false, required: false
    get expiredTime() {
        return this.getStringAttribute('expired_time');
    }
    // force_delete - computed: false, optional: true, required: false
    _forceDelete;
    get forceDelete() {
        return this.getBooleanAttribute('force_delete');
    }
    set forceDelete(value) {
        this._forceDelete = value;
    }
    resetForceDelete() {
        this._forceDelete = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get forceDeleteInput() {
        return this._forceDelete;
    }
    // host_name - computed: true, optional: true, required: false
    _hostName;
    get hostName() {
        return this.getStringAttribute('host_name');
    }
    set hostName(value) {
        this._hostName = value;
    }
    resetHostName() {
        this._hostName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get hostNameInput() {
        return this._hostName;
    }
    // http_endpoint - computed: true, optional: true, required: false
    _httpEndpoint;
    get httpEndpoint() {
        return this.getStringAttribute('http_endpoint');
    }
    set httpEndpoint(value) {
        this._httpEndpoint = value;
    }
    resetHttpEndpoint() {
        this._httpEndpoint = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get httpEndpointInput() {
        return this._httpEndpoint;
    }
    // http_tokens - computed: true, optional: true, required: false
    _httpTokens;
    get httpTokens() {
        return this.getStringAttribute('http_tokens');
    }
    set httpTokens(value) {
        this._httpTokens = value;
    }
    resetHttpTokens() {
        this._httpTokens = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get httpTokensInput() {
        return this._httpTokens;
    }
    // id - computed: true, optional: true, required: false
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get idInput() {
        return this._id;
    }
    // image_id - computed: true, optional: true, required: false
    _imageId;
    get imageId() {
        return this.getStringAttribute('image_id');
    }
    set imageId(value) {
        this._imageId = value;
    }
    resetImageId() {
        this._imageId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get imageIdInput() {
        return this._imageId;
    }
    // instance_charge_type - computed: true, optional: true, required: false
    _instanceChargeType;
    get instanceChargeType() {
        return this.getStringAttribute('instance_charge_type');
    }
    set instanceChargeType(value) {
        this._instanceChargeType = value;
    }
    resetInstanceChargeType() {
        this._instanceChargeType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get instanceChargeTypeInput() {
        return this._instanceChargeType;
    }
    // instance_name - computed: true, optional: true, required: false
    _instanceName;
    get instanceName() {
        return this.getStringAttribute('instance_name');
    }
    set instanceName(value) {
        this._instanceName = value;
    }
    resetInstanceName() {
        this._instanceName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get instanceNameInput() {
        return this._instanceName;
    }
    // instance_type - computed: true, optional: true, required: false
    _instanceType;
    get instanceType() {
        return this.getStringAttribute('instance_type');
    }
    set instanceType(value) {
        this._instanceType = value;
    }
    resetInstanceType() {
        this._instanceType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get instanceTypeInput() {
        return this._instanceType;
    }
    // internet_charge_type - computed: true, optional: true, required: false
    _internetChargeType;
    get internetChargeType() {
        return this.getStringAttribute('internet_charge_type');
    }
    set internetChargeType(value) {
        this._internetChargeType = value;
    }
    resetInternetChargeType() {
        this._internetChargeType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get internetChargeTypeInput() {
        return this._internetChargeType;
    }
    // internet_max_bandwidth_out - computed: true, optional: true, required: false
    _internetMaxBandwidthOut;
    get internetMaxBandwidthOut() {
        return this.getNumberAttribute('internet_max_bandwidth_out');
    }
    set internetMaxBandwidthOut(value) {
        this._internetMaxBandwidthOut = value;
    }
    resetInternetMaxBandwidthOut() {
        this._internetMaxBandwidthOut = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get internetMaxBandwidthOutInput() {
        return this._internetMaxBandwidthOut;
    }
    // key_name - computed: true, optional: true, required: false
    _keyName;
    get keyName() {
        return this.getStringAttribute('key_name');
    }
    set keyName(value) {
        this._keyName = value;
    }
    resetKeyName() {
        this._keyName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyNameInput() {
        return this._keyName;
    }
    // memory - computed: true, optional: false, required: false
    get memory() {
        return this.getNumberAttribute('memory');
    }
    // network_interface_id - computed: true, optional: false, required: false
    get networkInterfaceId() {
        return this.getStringAttribute('network_interface_id');
    }
    // os_name - computed: true, optional: false, required: false
    get osName() {
        return this.getStringAttribute('os_name');
    }
    // os_type - computed: true, optional: false, required: false
    get osType() {
        return this.getStringAttribute('os_type');
    }
    // primary_ip_address - computed: true, optional: false, required: false
    get primaryIpAddress() {
        return this.getStringAttribute('primary_ip_address');
    }
    // private_ip - computed: true, optional: true, required: false
    _privateIp;
    get privateIp() {
        return this.getStringAttribute('private_ip');
    }
    set privateIp(value) {
        this._privateIp = value;
    }
    resetPrivateIp() {
        this._privateIp = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get privateIpInput() {
        return this._privateIp;
    }
    // public_ip - computed: true, optional: false, required: false
    get publicIp() {
        return this.getStringAttribute('public_ip');
    }
    // resource_group_id - computed: true, optional: true, required: false
    _resourceGroupId;
    get resourceGroupId() {
        return this.getStringAttribute('resource_group_id');
    }
    set resourceGroupId(value) {
        this._resourceGroupId = value;
    }
    resetResourceGroupId() {
        this._resourceGroupId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get resourceGroupIdInput() {
        return this._resourceGroupId;
    }
    // security_enhancement_strategy - computed: true, optional: true, required: false
    _securityEnhancementStrategy;
    get securityEnhancementStrategy() {
        return this.getStringAttribute('security_enhancement_strategy');
    }
    set securityEnhancementStrategy(value) {
        this._securityEnhancementStrategy = value;
    }
    resetSecurityEnhancementStrategy() {
        this._securityEnhancementStrategy = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get securityEnhancementStrategyInput() {
        return this._securityEnhancementStrategy;
    }
    // security_groups - computed: true, optional: true, required: false
    _securityGroups;
    get securityGroups() {
        return cdktf.Fn.tolist(this.getListAttribute('security_groups'));
    }
    set securityGroups(value) {
        this._securityGroups = value;
    }
    resetSecurityGroups() {
        this._securityGroups = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get securityGroupsInput() {
        return this._securityGroups;
    }
    // spot_duration - computed: true, optional: true, required: false
    _spotDuration;
    get spotDuration() {
        return this.getNumberAttribute('spot_duration');
    }
    set spotDuration(value) {
        this._spotDuration = value;
    }
    resetSpotDuration() {
        this._spotDuration = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get spotDurationInput() {
        return this._spotDuration;
    }
    // spot_interruption_behavior - computed: true, optional: true, required: false
    _spotInterruptionBehavior;
    get spotInterruptionBehavior() {
        return this.getStringAttribute('spot_interruption_behavior');
    }
    set spotInterruptionBehavior(value) {
        this._spotInterruptionBehavior = value;
    }
    resetSpotInterruptionBehavior() {
        this._spotInterruptionBehavior = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get spotInterruptionBehaviorInput() {
        return this._spotInterruptionBehavior;
    }
    // spot_price_limit - computed: true, optional: true, required: false
    _spotPriceLimit;
    get spotPriceLimit() {
        return this.getNumberAttribute('spot_price_limit');
    }
    set spotPriceLimit(value) {
        this._spotPriceLimit = value;
    }
    resetSpotPriceLimit() {
        this._spotPriceLimit = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get spotPriceLimitInput() {
        return this._spotPriceLimit;
    }
    // spot_strategy - computed: true, optional: true, required: false
    _spotStrategy;
    get spotStrategy() {
        return this.getStringAttribute('spot_strategy');
    }
    set spotStrategy(value) {
        this._spotStrategy = value;
    }
    resetSpotStrategy() {
        this._spotStrategy = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get spotStrategyInput() {
        return this._spotStrategy;
    }
    // start_time - computed: true, optional: false, required: false
    get startTime() {
        return this.getStringAttribute('start_time');
    }
    // status - computed: true, optional: true, required: false
    _status;
    get status() {
        return this.getStringAttribute('status');
    }
    set status(value) {
        this._status = value;
    }
    resetStatus() {
        this._status = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get statusInput() {
        return this._status;
    }
    // stopped_mode - computed: true, optional: true, required: false
    _stoppedMode;
    get stoppedMode() {
        return this.getStringAttribute('stopped_mode');
    }
    set stoppedMode(value) {
        this._stoppedMode = value;
    }
    resetStoppedMode() {
        this._stoppedMode = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get stoppedModeInput() {
        return this._stoppedMode;
    }
    // system_disk_category - computed: true, optional: true, required: false
    _systemDiskCategory;
    get systemDiskCategory() {
        return this.getStringAttribute('system_disk_category');
    }
    set systemDiskCategory(value) {
        this._systemDiskCategory = value;
    }
    resetSystemDiskCategory() {
        this._systemDiskCategory = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskCategoryInput() {
        return this._systemDiskCategory;
    }
    // system_disk_description - computed: true, optional: true, required: false
    _systemDiskDescription;
    get systemDiskDescription() {
        return this.getStringAttribute('system_disk_description');
    }
    set systemDiskDescription(value) {
        this._systemDiskDescription = value;
    }
    resetSystemDiskDescription() {
        this._systemDiskDescription = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskDescriptionInput() {
        return this._systemDiskDescription;
    }
    // system_disk_encrypted - computed: true, optional: true, required: false
    _systemDiskEncrypted;
    get systemDiskEncrypted() {
        return this.getBooleanAttribute('system_disk_encrypted');
    }
    set systemDiskEncrypted(value) {
        this._systemDiskEncrypted = value;
    }
    resetSystemDiskEncrypted() {
        this._systemDiskEncrypted = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskEncryptedInput() {
        return this._systemDiskEncrypted;
    }
    // system_disk_id - computed: true, optional: false, required: false
    get systemDiskId() {
        return this.getStringAttribute('system_disk_id');
    }
    // system_disk_kms_key_id - computed: true, optional: true, required: false
    _systemDiskKmsKeyId;
    get systemDiskKmsKeyId() {
        return this.getStringAttribute('system_disk_kms_key_id');
    }
    set systemDiskKmsKeyId(value) {
        this._systemDiskKmsKeyId = value;
    }
    resetSystemDiskKmsKeyId() {
        this._systemDiskKmsKeyId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskKmsKeyIdInput() {
        return this._systemDiskKmsKeyId;
    }
    // system_disk_name - computed: true, optional: true, required: false
    _systemDiskName;
    get systemDiskName() {
        return this.getStringAttribute('system_disk_name');
    }
    set systemDiskName(value) {
        this._systemDiskName = value;
    }
    resetSystemDiskName() {
        this._systemDiskName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskNameInput() {
        return this._systemDiskName;
    }
    // system_disk_performance_level - computed: true, optional: true, required: false
    _systemDiskPerformanceLevel;
    get systemDiskPerformanceLevel() {
        return this.getStringAttribute('system_disk_performance_level');
    }
    set systemDiskPerformanceLevel(value) {
        this._systemDiskPerformanceLevel = value;
    }
    resetSystemDiskPerformanceLevel() {
        this._systemDiskPerformanceLevel = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskPerformanceLevelInput() {
        return this._systemDiskPerformanceLevel;
    }
    // system_disk_size - computed: true, optional: true, required: false
    _systemDiskSize;
    get systemDiskSize() {
        return this.getNumberAttribute('system_disk_size');
    }
    set systemDiskSize(value) {
        this._systemDiskSize = value;
    }
    resetSystemDiskSize() {
        this._systemDiskSize = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get systemDiskSizeInput() {
        return this._systemDiskSize;
    }
    // tags - computed: false, optional: true, required: false
    _tags;
    get tags() {
        return this.getStringMapAttribute('tags');
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tagsInput() {
        return this._tags;
    }
    // user_data - computed: false, optional: true, required: false
    _userData;
    get userData() {
        return this.getStringAttribute('user_data');
    }
    set userData(value) {
        this._userData = value;
    }
    resetUserData() {
        this._userData = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get userDataInput() {
        return this._userData;
    }
    // volume_tags - computed: true, optional: true, required: false
    _volumeTags;
    get volumeTags() {
        return this.getStringMapAttribute('volume_tags');
    }
    set volumeTags(value) {
        this._volumeTags = value;
    }
    resetVolumeTags() {
        this._volumeTags = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get volumeTagsInput() {
        return this._volumeTags;
    }
    // vpc_id - computed: true, optional: true, required: false
    _vpcId;
    get vpcId() {
        return this.getStringAttribute('vpc_id');
    }
    set vpcId(value) {
        this._vpcId = value;
    }
    resetVpcId() {
        this._vpcId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get vpcIdInput() {
        return this._vpcId;
    }
    // vswitch_id - computed: true, optional: true, required: false
    _vswitchId;
    get vswitchId() {
        return this.getStringAttribute('vswitch_id');
    }
    set vswitchId(value) {
        this._vswitchId = value;
    }
    resetVswitchId() {
        this._vswitchId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get vswitchIdInput() {
        return this._vswitchId;
    }
    // timeouts - computed: false, optional: true, required: false
    _timeouts = new InstanceTimeoutsOutputReference(this, "timeouts");
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            auto_release_time: cdktf.stringToTerraform(this._autoReleaseTime),
            availability_zone: cdktf.stringToTerraform(this._availabilityZone),
            credit_specification: cdktf.stringToTerraform(this._creditSpecification),
            deletion_protection: cdktf.booleanToTerraform(this._deletionProtection),
            description: cdktf.stringToTerraform(this._description),
            dry_run: cdktf.booleanToTerraform(this._dryRun),
            force_delete: cdktf.booleanToTerraform(this._forceDelete),
            host_name: cdktf.stringToTerraform(this._hostName),
            http_endpoint: cdktf.stringToTerraform(this._httpEndpoint),
            http_tokens: cdktf.stringToTerraform(this._httpTokens),
            id: cdktf.stringToTerraform(this._id),
            image_id: cdktf.stringToTerraform(this._imageId),
            instance_charge_type: cdktf.stringToTerraform(this._instanceChargeType),
            instance_name: cdktf.stringToTerraform(this._instanceName),
            instance_type: cdktf.stringToTerraform(this._instanceType),
            internet_charge_type: cdktf.stringToTerraform(this._internetChargeType),
            internet_max_bandwidth_out: cdktf.numberToTerraform(this._internetMaxBandwidthOut),
            key_name: cdktf.stringToTerraform(this._keyName),
            private_ip: cdktf.stringToTerraform(this._privateIp),
            resource_group_id: cdktf.stringToTerraform(this._resourceGroupId),
            security_enhancement_strategy: cdktf.stringToTerraform(this._securityEnhancementStrategy),
            security_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(this._securityGroups),
            spot_duration: cdktf.numberToTerraform(this._spotDuration),
            spot_interruption_behavior: cdktf.stringToTerraform(this._spotInterruptionBehavior),
            spot_price_limit: cdktf.numberToTerraform(this._spotPriceLimit),
            spot_strategy: cdktf.stringToTerraform(this._spotStrategy),
            status: cdktf.stringToTerraform(this._status),
            stopped_mode: cdktf.stringToTerraform(this._stoppedMode),
            system_disk_category: cdktf.stringToTerraform(this._systemDiskCategory),
            system_disk_description: cdktf.stringToTerraform(this._systemDiskDescription),
            system_disk_encrypted: cdktf.booleanToTerraform(this._systemDiskEncrypted),
            system_disk_kms_key_id: cdktf.stringToTerraform(this._systemDiskKmsKeyId),
            system_disk_name: cdktf.stringToTerraform(this._systemDiskName),
            system_disk_performance_level: cdktf.stringToTerraform(this._systemDiskPerformanceLevel),
            system_disk_size: cdktf.numberToTerraform(this._systemDiskSize),
            tags: cdktf.hashMapper(cdktf.stringToTerraform)(this._tags),
            user_data: cdktf.stringToTerraform(this._userData),
            volume_tags: cdktf.hashMapper(cdktf.stringToTerraform)(this._volumeTags),
            vpc_id: cdktf.stringToTerraform(this._vpcId),
            vswitch_id: cdktf.stringToTerraform(this._vswitchId),
            timeouts: instanceTimeoutsToTerraform(this._timeouts.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            auto_release_time: {
                value: cdktf.stringToHclTerraform(this._autoReleaseTime),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            availability_zone: {
                value: cdktf.stringToHclTerraform(this._availabilityZone),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            credit_specification: {
                value: cdktf.stringToHclTerraform(this._creditSpecification),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            deletion_protection: {
                value: cdktf.booleanToHclTerraform(this._deletionProtection),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            description: {
                value: cdktf.stringToHclTerraform(this._description),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            dry_run: {
                value: cdktf.booleanToHclTerraform(this._dryRun),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            force_delete: {
                value: cdktf.booleanToHclTerraform(this._forceDelete),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            host_name: {
                value: cdktf.stringToHclTerraform(this._hostName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            http_endpoint: {
                value: cdktf.stringToHclTerraform(this._httpEndpoint),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            http_tokens: {
                value: cdktf.stringToHclTerraform(this._httpTokens),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            image_id: {
                value: cdktf.stringToHclTerraform(this._imageId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            instance_charge_type: {
                value: cdktf.stringToHclTerraform(this._instanceChargeType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            instance_name: {
                value: cdktf.stringToHclTerraform(this._instanceName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            instance_type: {
                value: cdktf.stringToHclTerraform(this._instanceType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            internet_charge_type: {
                value: cdktf.stringToHclTerraform(this._internetChargeType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            internet_max_bandwidth_out: {
                value: cdktf.numberToHclTerraform(this._internetMaxBandwidthOut),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            key_name: {
                value: cdktf.stringToHclTerraform(this._keyName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            private_ip: {
                value: cdktf.stringToHclTerraform(this._privateIp),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            resource_group_id: {
                value: cdktf.stringToHclTerraform(this._resourceGroupId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            security_enhancement_strategy: {
                value: cdktf.stringToHclTerraform(this._securityEnhancementStrategy),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            security_groups: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._securityGroups),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            spot_duration: {
                value: cdktf.numberToHclTerraform(this._spotDuration),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            spot_interruption_behavior: {
                value: cdktf.stringToHclTerraform(this._spotInterruptionBehavior),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            spot_price_limit: {
                value: cdktf.numberToHclTerraform(this._spotPriceLimit),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            spot_strategy: {
                value: cdktf.stringToHclTerraform(this._spotStrategy),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            status: {
                value: cdktf.stringToHclTerraform(this._status),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            stopped_mode: {
                value: cdktf.stringToHclTerraform(this._stoppedMode),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_category: {
                value: cdktf.stringToHclTerraform(this._systemDiskCategory),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_description: {
                value: cdktf.stringToHclTerraform(this._systemDiskDescription),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_encrypted: {
                value: cdktf.booleanToHclTerraform(this._systemDiskEncrypted),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            system_disk_kms_key_id: {
                value: cdktf.stringToHclTerraform(this._systemDiskKmsKeyId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_name: {
                value: cdktf.stringToHclTerraform(this._systemDiskName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_performance_level: {
                value: cdktf.stringToHclTerraform(this._systemDiskPerformanceLevel),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            system_disk_size: {
                value: cdktf.numberToHclTerraform(this._systemDiskSize),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            tags: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._tags),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            user_data: {
                value: cdktf.stringToHclTerraform(this._userData),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            volume_tags: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._volumeTags),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            vpc_id: {
                value: cdktf.stringToHclTerraform(this._vpcId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            vswitch_id: {
                value: cdktf.stringToHclTerraform(this._vswitchId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            timeouts: {
                value: instanceTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "InstanceTimeouts",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Instance = Instance;
