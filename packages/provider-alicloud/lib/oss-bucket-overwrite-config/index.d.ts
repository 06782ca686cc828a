import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OssBucketOverwriteConfigConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#bucket OssBucketOverwriteConfig#bucket}
    */
    readonly bucket: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#id OssBucketOverwriteConfig#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * rule block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#rule OssBucketOverwriteConfig#rule}
    */
    readonly rule?: OssBucketOverwriteConfigRule[] | cdktf.IResolvable;
    /**
    * timeouts block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#timeouts OssBucketOverwriteConfig#timeouts}
    */
    readonly timeouts?: OssBucketOverwriteConfigTimeouts;
}
export interface OssBucketOverwriteConfigRulePrincipals {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#principal OssBucketOverwriteConfig#principal}
    */
    readonly principal?: string[];
}
export declare function ossBucketOverwriteConfigRulePrincipalsToTerraform(struct?: OssBucketOverwriteConfigRulePrincipalsOutputReference | OssBucketOverwriteConfigRulePrincipals): any;
export declare function ossBucketOverwriteConfigRulePrincipalsToHclTerraform(struct?: OssBucketOverwriteConfigRulePrincipalsOutputReference | OssBucketOverwriteConfigRulePrincipals): any;
export declare class OssBucketOverwriteConfigRulePrincipalsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketOverwriteConfigRulePrincipals | undefined;
    set internalValue(value: OssBucketOverwriteConfigRulePrincipals | undefined);
    private _principal?;
    get principal(): string[];
    set principal(value: string[]);
    resetPrincipal(): void;
    get principalInput(): string[] | undefined;
}
export interface OssBucketOverwriteConfigRule {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#action OssBucketOverwriteConfig#action}
    */
    readonly action?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#id OssBucketOverwriteConfig#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#prefix OssBucketOverwriteConfig#prefix}
    */
    readonly prefix?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#suffix OssBucketOverwriteConfig#suffix}
    */
    readonly suffix?: string;
    /**
    * principals block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#principals OssBucketOverwriteConfig#principals}
    */
    readonly principals?: OssBucketOverwriteConfigRulePrincipals;
}
export declare function ossBucketOverwriteConfigRuleToTerraform(struct?: OssBucketOverwriteConfigRule | cdktf.IResolvable): any;
export declare function ossBucketOverwriteConfigRuleToHclTerraform(struct?: OssBucketOverwriteConfigRule | cdktf.IResolvable): any;
export declare class OssBucketOverwriteConfigRuleOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketOverwriteConfigRule | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketOverwriteConfigRule | cdktf.IResolvable | undefined);
    private _action?;
    get action(): string;
    set action(value: string);
    resetAction(): void;
    get actionInput(): string | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _prefix?;
    get prefix(): string;
    set prefix(value: string);
    resetPrefix(): void;
    get prefixInput(): string | undefined;
    private _suffix?;
    get suffix(): string;
    set suffix(value: string);
    resetSuffix(): void;
    get suffixInput(): string | undefined;
    private _principals;
    get principals(): OssBucketOverwriteConfigRulePrincipalsOutputReference;
    putPrincipals(value: OssBucketOverwriteConfigRulePrincipals): void;
    resetPrincipals(): void;
    get principalsInput(): OssBucketOverwriteConfigRulePrincipals | undefined;
}
export declare class OssBucketOverwriteConfigRuleList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketOverwriteConfigRule[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketOverwriteConfigRuleOutputReference;
}
export interface OssBucketOverwriteConfigTimeouts {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#create OssBucketOverwriteConfig#create}
    */
    readonly create?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#delete OssBucketOverwriteConfig#delete}
    */
    readonly delete?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#update OssBucketOverwriteConfig#update}
    */
    readonly update?: string;
}
export declare function ossBucketOverwriteConfigTimeoutsToTerraform(struct?: OssBucketOverwriteConfigTimeouts | cdktf.IResolvable): any;
export declare function ossBucketOverwriteConfigTimeoutsToHclTerraform(struct?: OssBucketOverwriteConfigTimeouts | cdktf.IResolvable): any;
export declare class OssBucketOverwriteConfigTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketOverwriteConfigTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketOverwriteConfigTimeouts | cdktf.IResolvable | undefined);
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
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config alicloud_oss_bucket_overwrite_config}
*/
export declare class OssBucketOverwriteConfig extends cdktf.TerraformResource {
    static readonly tfResourceType = "alicloud_oss_bucket_overwrite_config";
    /**
    * Generates CDKTF code for importing a OssBucketOverwriteConfig resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the OssBucketOverwriteConfig to import
    * @param importFromId The id of the existing OssBucketOverwriteConfig that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the OssBucketOverwriteConfig to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_overwrite_config alicloud_oss_bucket_overwrite_config} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OssBucketOverwriteConfigConfig
    */
    constructor(scope: Construct, id: string, config: OssBucketOverwriteConfigConfig);
    private _bucket?;
    get bucket(): string;
    set bucket(value: string);
    get bucketInput(): string | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _rule;
    get rule(): OssBucketOverwriteConfigRuleList;
    putRule(value: OssBucketOverwriteConfigRule[] | cdktf.IResolvable): void;
    resetRule(): void;
    get ruleInput(): OssBucketOverwriteConfigRule[] | cdktf.IResolvable | undefined;
    private _timeouts;
    get timeouts(): OssBucketOverwriteConfigTimeoutsOutputReference;
    putTimeouts(value: OssBucketOverwriteConfigTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | OssBucketOverwriteConfigTimeouts | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
