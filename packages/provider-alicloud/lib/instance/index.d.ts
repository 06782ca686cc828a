import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface InstanceConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#auto_release_time Instance#auto_release_time}
    */
    readonly autoReleaseTime?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#availability_zone Instance#availability_zone}
    */
    readonly availabilityZone?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#credit_specification Instance#credit_specification}
    */
    readonly creditSpecification?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#deletion_protection Instance#deletion_protection}
    */
    readonly deletionProtection?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#description Instance#description}
    */
    readonly description?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#dry_run Instance#dry_run}
    */
    readonly dryRun?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#force_delete Instance#force_delete}
    */
    readonly forceDelete?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#host_name Instance#host_name}
    */
    readonly hostName?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#http_endpoint Instance#http_endpoint}
    */
    readonly httpEndpoint?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#http_tokens Instance#http_tokens}
    */
    readonly httpTokens?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#id Instance#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#image_id Instance#image_id}
    */
    readonly imageId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#instance_charge_type Instance#instance_charge_type}
    */
    readonly instanceChargeType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#instance_name Instance#instance_name}
    */
    readonly instanceName?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#instance_type Instance#instance_type}
    */
    readonly instanceType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#internet_charge_type Instance#internet_charge_type}
    */
    readonly internetChargeType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#internet_max_bandwidth_out Instance#internet_max_bandwidth_out}
    */
    readonly internetMaxBandwidthOut?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#key_name Instance#key_name}
    */
    readonly keyName?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#private_ip Instance#private_ip}
    */
    readonly privateIp?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#resource_group_id Instance#resource_group_id}
    */
    readonly resourceGroupId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#security_enhancement_strategy Instance#security_enhancement_strategy}
    */
    readonly securityEnhancementStrategy?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#security_groups Instance#security_groups}
    */
    readonly securityGroups?: string[];
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#spot_duration Instance#spot_duration}
    */
    readonly spotDuration?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#spot_interruption_behavior Instance#spot_interruption_behavior}
    */
    readonly spotInterruptionBehavior?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#spot_price_limit Instance#spot_price_limit}
    */
    readonly spotPriceLimit?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#spot_strategy Instance#spot_strategy}
    */
    readonly spotStrategy?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#status Instance#status}
    */
    readonly status?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#stopped_mode Instance#stopped_mode}
    */
    readonly stoppedMode?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_category Instance#system_disk_category}
    */
    readonly systemDiskCategory?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_description Instance#system_disk_description}
    */
    readonly systemDiskDescription?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_encrypted Instance#system_disk_encrypted}
    */
    readonly systemDiskEncrypted?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_kms_key_id Instance#system_disk_kms_key_id}
    */
    readonly systemDiskKmsKeyId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_name Instance#system_disk_name}
    */
    readonly systemDiskName?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_performance_level Instance#system_disk_performance_level}
    */
    readonly systemDiskPerformanceLevel?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#system_disk_size Instance#system_disk_size}
    */
    readonly systemDiskSize?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#tags Instance#tags}
    */
    readonly tags?: {
        [key: string]: string;
    };
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#user_data Instance#user_data}
    */
    readonly userData?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#volume_tags Instance#volume_tags}
    */
    readonly volumeTags?: {
        [key: string]: string;
    };
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#vpc_id Instance#vpc_id}
    */
    readonly vpcId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#vswitch_id Instance#vswitch_id}
    */
    readonly vswitchId?: string;
    /**
    * timeouts block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#timeouts Instance#timeouts}
    */
    readonly timeouts?: InstanceTimeouts;
}
export interface InstanceTimeouts {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#create Instance#create}
    */
    readonly create?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#delete Instance#delete}
    */
    readonly delete?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#update Instance#update}
    */
    readonly update?: string;
}
export declare function instanceTimeoutsToTerraform(struct?: InstanceTimeouts | cdktf.IResolvable): any;
export declare function instanceTimeoutsToHclTerraform(struct?: InstanceTimeouts | cdktf.IResolvable): any;
export declare class InstanceTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): InstanceTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: InstanceTimeouts | cdktf.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance alicloud_instance}
*/
export declare class Instance extends cdktf.TerraformResource {
    static readonly tfResourceType = "alicloud_instance";
    /**
    * Generates CDKTF code for importing a Instance resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Instance to import
    * @param importFromId The id of the existing Instance that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Instance to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/instance alicloud_instance} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options InstanceConfig = {}
    */
    constructor(scope: Construct, id: string, config?: InstanceConfig);
    private _autoReleaseTime?;
    get autoReleaseTime(): string;
    set autoReleaseTime(value: string);
    resetAutoReleaseTime(): void;
    get autoReleaseTimeInput(): string | undefined;
    private _availabilityZone?;
    get availabilityZone(): string;
    set availabilityZone(value: string);
    resetAvailabilityZone(): void;
    get availabilityZoneInput(): string | undefined;
    get cpu(): number;
    get createTime(): string;
    private _creditSpecification?;
    get creditSpecification(): string;
    set creditSpecification(value: string);
    resetCreditSpecification(): void;
    get creditSpecificationInput(): string | undefined;
    private _deletionProtection?;
    get deletionProtection(): boolean | cdktf.IResolvable;
    set deletionProtection(value: boolean | cdktf.IResolvable);
    resetDeletionProtection(): void;
    get deletionProtectionInput(): boolean | cdktf.IResolvable | undefined;
    private _description?;
    get description(): string;
    set description(value: string);
    resetDescription(): void;
    get descriptionInput(): string | undefined;
    private _dryRun?;
    get dryRun(): boolean | cdktf.IResolvable;
    set dryRun(value: boolean | cdktf.IResolvable);
    resetDryRun(): void;
    get dryRunInput(): boolean | cdktf.IResolvable | undefined;
    get expiredTime(): string;
    private _forceDelete?;
    get forceDelete(): boolean | cdktf.IResolvable;
    set forceDelete(value: boolean | cdktf.IResolvable);
    resetForceDelete(): void;
    get forceDeleteInput(): boolean | cdktf.IResolvable | undefined;
    private _hostName?;
    get hostName(): string;
    set hostName(value: string);
    resetHostName(): void;
    get hostNameInput(): string | undefined;
    private _httpEndpoint?;
    get httpEndpoint(): string;
    set httpEndpoint(value: string);
    resetHttpEndpoint(): void;
    get httpEndpointInput(): string | undefined;
    private _httpTokens?;
    get httpTokens(): string;
    set httpTokens(value: string);
    resetHttpTokens(): void;
    get httpTokensInput(): string | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _imageId?;
    get imageId(): string;
    set imageId(value: string);
    resetImageId(): void;
    get imageIdInput(): string | undefined;
    private _instanceChargeType?;
    get instanceChargeType(): string;
    set instanceChargeType(value: string);
    resetInstanceChargeType(): void;
    get instanceChargeTypeInput(): string | undefined;
    private _instanceName?;
    get instanceName(): string;
    set instanceName(value: string);
    resetInstanceName(): void;
    get instanceNameInput(): string | undefined;
    private _instanceType?;
    get instanceType(): string;
    set instanceType(value: string);
    resetInstanceType(): void;
    get instanceTypeInput(): string | undefined;
    private _internetChargeType?;
    get internetChargeType(): string;
    set internetChargeType(value: string);
    resetInternetChargeType(): void;
    get internetChargeTypeInput(): string | undefined;
    private _internetMaxBandwidthOut?;
    get internetMaxBandwidthOut(): number;
    set internetMaxBandwidthOut(value: number);
    resetInternetMaxBandwidthOut(): void;
    get internetMaxBandwidthOutInput(): number | undefined;
    private _keyName?;
    get keyName(): string;
    set keyName(value: string);
    resetKeyName(): void;
    get keyNameInput(): string | undefined;
    get memory(): number;
    get networkInterfaceId(): string;
    get osName(): string;
    get osType(): string;
    get primaryIpAddress(): string;
    private _privateIp?;
    get privateIp(): string;
    set privateIp(value: string);
    resetPrivateIp(): void;
    get privateIpInput(): string | undefined;
    get publicIp(): string;
    private _resourceGroupId?;
    get resourceGroupId(): string;
    set resourceGroupId(value: string);
    resetResourceGroupId(): void;
    get resourceGroupIdInput(): string | undefined;
    private _securityEnhancementStrategy?;
    get securityEnhancementStrategy(): string;
    set securityEnhancementStrategy(value: string);
    resetSecurityEnhancementStrategy(): void;
    get securityEnhancementStrategyInput(): string | undefined;
    private _securityGroups?;
    get securityGroups(): string[];
    set securityGroups(value: string[]);
    resetSecurityGroups(): void;
    get securityGroupsInput(): string[] | undefined;
    private _spotDuration?;
    get spotDuration(): number;
    set spotDuration(value: number);
    resetSpotDuration(): void;
    get spotDurationInput(): number | undefined;
    private _spotInterruptionBehavior?;
    get spotInterruptionBehavior(): string;
    set spotInterruptionBehavior(value: string);
    resetSpotInterruptionBehavior(): void;
    get spotInterruptionBehaviorInput(): string | undefined;
    private _spotPriceLimit?;
    get spotPriceLimit(): number;
    set spotPriceLimit(value: number);
    resetSpotPriceLimit(): void;
    get spotPriceLimitInput(): number | undefined;
    private _spotStrategy?;
    get spotStrategy(): string;
    set spotStrategy(value: string);
    resetSpotStrategy(): void;
    get spotStrategyInput(): string | undefined;
    get startTime(): string;
    private _status?;
    get status(): string;
    set status(value: string);
    resetStatus(): void;
    get statusInput(): string | undefined;
    private _stoppedMode?;
    get stoppedMode(): string;
    set stoppedMode(value: string);
    resetStoppedMode(): void;
    get stoppedModeInput(): string | undefined;
    private _systemDiskCategory?;
    get systemDiskCategory(): string;
    set systemDiskCategory(value: string);
    resetSystemDiskCategory(): void;
    get systemDiskCategoryInput(): string | undefined;
    private _systemDiskDescription?;
    get systemDiskDescription(): string;
    set systemDiskDescription(value: string);
    resetSystemDiskDescription(): void;
    get systemDiskDescriptionInput(): string | undefined;
    private _systemDiskEncrypted?;
    get systemDiskEncrypted(): boolean | cdktf.IResolvable;
    set systemDiskEncrypted(value: boolean | cdktf.IResolvable);
    resetSystemDiskEncrypted(): void;
    get systemDiskEncryptedInput(): boolean | cdktf.IResolvable | undefined;
    get systemDiskId(): string;
    private _systemDiskKmsKeyId?;
    get systemDiskKmsKeyId(): string;
    set systemDiskKmsKeyId(value: string);
    resetSystemDiskKmsKeyId(): void;
    get systemDiskKmsKeyIdInput(): string | undefined;
    private _systemDiskName?;
    get systemDiskName(): string;
    set systemDiskName(value: string);
    resetSystemDiskName(): void;
    get systemDiskNameInput(): string | undefined;
    private _systemDiskPerformanceLevel?;
    get systemDiskPerformanceLevel(): string;
    set systemDiskPerformanceLevel(value: string);
    resetSystemDiskPerformanceLevel(): void;
    get systemDiskPerformanceLevelInput(): string | undefined;
    private _systemDiskSize?;
    get systemDiskSize(): number;
    set systemDiskSize(value: number);
    resetSystemDiskSize(): void;
    get systemDiskSizeInput(): number | undefined;
    private _tags?;
    get tags(): {
        [key: string]: string;
    };
    set tags(value: {
        [key: string]: string;
    });
    resetTags(): void;
    get tagsInput(): {
        [key: string]: string;
    } | undefined;
    private _userData?;
    get userData(): string;
    set userData(value: string);
    resetUserData(): void;
    get userDataInput(): string | undefined;
    private _volumeTags?;
    get volumeTags(): {
        [key: string]: string;
    };
    set volumeTags(value: {
        [key: string]: string;
    });
    resetVolumeTags(): void;
    get volumeTagsInput(): {
        [key: string]: string;
    } | undefined;
    private _vpcId?;
    get vpcId(): string;
    set vpcId(value: string);
    resetVpcId(): void;
    get vpcIdInput(): string | undefined;
    private _vswitchId?;
    get vswitchId(): string;
    set vswitchId(value: string);
    resetVswitchId(): void;
    get vswitchIdInput(): string | undefined;
    private _timeouts;
    get timeouts(): InstanceTimeoutsOutputReference;
    putTimeouts(value: InstanceTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | InstanceTimeouts | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
