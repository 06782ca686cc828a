"use strict";
// https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones
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
exports.DataAlicloudZones = exports.DataAlicloudZonesZonesList = exports.DataAlicloudZonesZonesOutputReference = void 0;
exports.dataAlicloudZonesZonesToTerraform = dataAlicloudZonesZonesToTerraform;
exports.dataAlicloudZonesZonesToHclTerraform = dataAlicloudZonesZonesToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function dataAlicloudZonesZonesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataAlicloudZonesZonesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataAlicloudZonesZonesOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    // available_disk_categories - computed: true, optional: false, required: false
    get availableDiskCategories() {
        return this.getListAttribute('available_disk_categories');
    }
    // available_instance_types - computed: true, optional: false, required: false
    get availableInstanceTypes() {
        return this.getListAttribute('available_instance_types');
    }
    // available_resource_creation - computed: true, optional: false, required: false
    get availableResourceCreation() {
        return this.getListAttribute('available_resource_creation');
    }
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // local_name - computed: true, optional: false, required: false
    get localName() {
        return this.getStringAttribute('local_name');
    }
}
exports.DataAlicloudZonesZonesOutputReference = DataAlicloudZonesZonesOutputReference;
class DataAlicloudZonesZonesList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    /**
    * @param index the index of the item to return
    */
    get(index) {
        return new DataAlicloudZonesZonesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataAlicloudZonesZonesList = DataAlicloudZonesZonesList;
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones alicloud_zones}
*/
class DataAlicloudZones extends cdktf.TerraformDataSource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "alicloud_zones";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a DataAlicloudZones resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataAlicloudZones to import
    * @param importFromId The id of the existing DataAlicloudZones that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataAlicloudZones to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "alicloud_zones", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones alicloud_zones} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataAlicloudZonesConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'alicloud_zones',
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
        this._availableDiskCategory = config.availableDiskCategory;
        this._availableInstanceType = config.availableInstanceType;
        this._availableResourceCreation = config.availableResourceCreation;
        this._id = config.id;
        this._instanceChargeType = config.instanceChargeType;
        this._multi = config.multi;
        this._networkType = config.networkType;
        this._spotStrategy = config.spotStrategy;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // available_disk_category - computed: false, optional: true, required: false
    _availableDiskCategory;
    get availableDiskCategory() {
        return this.getStringAttribute('available_disk_category');
    }
    set availableDiskCategory(value) {
        this._availableDiskCategory = value;
    }
    resetAvailableDiskCategory() {
        this._availableDiskCategory = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get availableDiskCategoryInput() {
        return this._availableDiskCategory;
    }
    // available_instance_type - computed: false, optional: true, required: false
    _availableInstanceType;
    get availableInstanceType() {
        return this.getStringAttribute('available_instance_type');
    }
    set availableInstanceType(value) {
        this._availableInstanceType = value;
    }
    resetAvailableInstanceType() {
        this._availableInstanceType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get availableInstanceTypeInput() {
        return this._availableInstanceType;
    }
    // available_resource_creation - computed: false, optional: true, required: false
    _availableResourceCreation;
    get availableResourceCreation() {
        return this.getStringAttribute('available_resource_creation');
    }
    set availableResourceCreation(value) {
        this._availableResourceCreation = value;
    }
    resetAvailableResourceCreation() {
        this._availableResourceCreation = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get availableResourceCreationInput() {
        return this._availableResourceCreation;
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
    // ids - computed: true, optional: false, required: false
    get ids() {
        return this.getListAttribute('ids');
    }
    // instance_charge_type - computed: false, optional: true, required: false
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
    // multi - computed: false, optional: true, required: false
    _multi;
    get multi() {
        return this.getBooleanAttribute('multi');
    }
    set multi(value) {
        this._multi = value;
    }
    resetMulti() {
        this._multi = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get multiInput() {
        return this._multi;
    }
    // network_type - computed: false, optional: true, required: false
    _networkType;
    get networkType() {
        return this.getStringAttribute('network_type');
    }
    set networkType(value) {
        this._networkType = value;
    }
    resetNetworkType() {
        this._networkType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get networkTypeInput() {
        return this._networkType;
    }
    // spot_strategy - computed: false, optional: true, required: false
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
    // zones - computed: true, optional: false, required: false
    _zones = new DataAlicloudZonesZonesList(this, "zones", false);
    get zones() {
        return this._zones;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            available_disk_category: cdktf.stringToTerraform(this._availableDiskCategory),
            available_instance_type: cdktf.stringToTerraform(this._availableInstanceType),
            available_resource_creation: cdktf.stringToTerraform(this._availableResourceCreation),
            id: cdktf.stringToTerraform(this._id),
            instance_charge_type: cdktf.stringToTerraform(this._instanceChargeType),
            multi: cdktf.booleanToTerraform(this._multi),
            network_type: cdktf.stringToTerraform(this._networkType),
            spot_strategy: cdktf.stringToTerraform(this._spotStrategy),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            available_disk_category: {
                value: cdktf.stringToHclTerraform(this._availableDiskCategory),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            available_instance_type: {
                value: cdktf.stringToHclTerraform(this._availableInstanceType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            available_resource_creation: {
                value: cdktf.stringToHclTerraform(this._availableResourceCreation),
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
            instance_charge_type: {
                value: cdktf.stringToHclTerraform(this._instanceChargeType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            multi: {
                value: cdktf.booleanToHclTerraform(this._multi),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            network_type: {
                value: cdktf.stringToHclTerraform(this._networkType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            spot_strategy: {
                value: cdktf.stringToHclTerraform(this._spotStrategy),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataAlicloudZones = DataAlicloudZones;
