import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataAlicloudZonesConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#available_disk_category DataAlicloudZones#available_disk_category}
    */
    readonly availableDiskCategory?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#available_instance_type DataAlicloudZones#available_instance_type}
    */
    readonly availableInstanceType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#available_resource_creation DataAlicloudZones#available_resource_creation}
    */
    readonly availableResourceCreation?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#id DataAlicloudZones#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#instance_charge_type DataAlicloudZones#instance_charge_type}
    */
    readonly instanceChargeType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#multi DataAlicloudZones#multi}
    */
    readonly multi?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#network_type DataAlicloudZones#network_type}
    */
    readonly networkType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#spot_strategy DataAlicloudZones#spot_strategy}
    */
    readonly spotStrategy?: string;
}
export interface DataAlicloudZonesZones {
}
export declare function dataAlicloudZonesZonesToTerraform(struct?: DataAlicloudZonesZones): any;
export declare function dataAlicloudZonesZonesToHclTerraform(struct?: DataAlicloudZonesZones): any;
export declare class DataAlicloudZonesZonesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataAlicloudZonesZones | undefined;
    set internalValue(value: DataAlicloudZonesZones | undefined);
    get availableDiskCategories(): string[];
    get availableInstanceTypes(): string[];
    get availableResourceCreation(): string[];
    get id(): string;
    get localName(): string;
}
export declare class DataAlicloudZonesZonesList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataAlicloudZonesZonesOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones alicloud_zones}
*/
export declare class DataAlicloudZones extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "alicloud_zones";
    /**
    * Generates CDKTF code for importing a DataAlicloudZones resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataAlicloudZones to import
    * @param importFromId The id of the existing DataAlicloudZones that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataAlicloudZones to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/data-sources/zones alicloud_zones} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataAlicloudZonesConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataAlicloudZonesConfig);
    private _availableDiskCategory?;
    get availableDiskCategory(): string;
    set availableDiskCategory(value: string);
    resetAvailableDiskCategory(): void;
    get availableDiskCategoryInput(): string | undefined;
    private _availableInstanceType?;
    get availableInstanceType(): string;
    set availableInstanceType(value: string);
    resetAvailableInstanceType(): void;
    get availableInstanceTypeInput(): string | undefined;
    private _availableResourceCreation?;
    get availableResourceCreation(): string;
    set availableResourceCreation(value: string);
    resetAvailableResourceCreation(): void;
    get availableResourceCreationInput(): string | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    get ids(): string[];
    private _instanceChargeType?;
    get instanceChargeType(): string;
    set instanceChargeType(value: string);
    resetInstanceChargeType(): void;
    get instanceChargeTypeInput(): string | undefined;
    private _multi?;
    get multi(): boolean | cdktf.IResolvable;
    set multi(value: boolean | cdktf.IResolvable);
    resetMulti(): void;
    get multiInput(): boolean | cdktf.IResolvable | undefined;
    private _networkType?;
    get networkType(): string;
    set networkType(value: string);
    resetNetworkType(): void;
    get networkTypeInput(): string | undefined;
    private _spotStrategy?;
    get spotStrategy(): string;
    set spotStrategy(value: string);
    resetSpotStrategy(): void;
    get spotStrategyInput(): string | undefined;
    private _zones;
    get zones(): DataAlicloudZonesZonesList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
