import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OssBucketWebsiteConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#bucket OssBucketWebsite#bucket}
    */
    readonly bucket: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#id OssBucketWebsite#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * error_document block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#error_document OssBucketWebsite#error_document}
    */
    readonly errorDocument?: OssBucketWebsiteErrorDocument;
    /**
    * index_document block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#index_document OssBucketWebsite#index_document}
    */
    readonly indexDocument?: OssBucketWebsiteIndexDocument;
    /**
    * routing_rules block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#routing_rules OssBucketWebsite#routing_rules}
    */
    readonly routingRules?: OssBucketWebsiteRoutingRules;
    /**
    * timeouts block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#timeouts OssBucketWebsite#timeouts}
    */
    readonly timeouts?: OssBucketWebsiteTimeouts;
}
export interface OssBucketWebsiteErrorDocument {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#http_status OssBucketWebsite#http_status}
    */
    readonly httpStatus?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key OssBucketWebsite#key}
    */
    readonly key?: string;
}
export declare function ossBucketWebsiteErrorDocumentToTerraform(struct?: OssBucketWebsiteErrorDocumentOutputReference | OssBucketWebsiteErrorDocument): any;
export declare function ossBucketWebsiteErrorDocumentToHclTerraform(struct?: OssBucketWebsiteErrorDocumentOutputReference | OssBucketWebsiteErrorDocument): any;
export declare class OssBucketWebsiteErrorDocumentOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteErrorDocument | undefined;
    set internalValue(value: OssBucketWebsiteErrorDocument | undefined);
    private _httpStatus?;
    get httpStatus(): number;
    set httpStatus(value: number);
    resetHttpStatus(): void;
    get httpStatusInput(): number | undefined;
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
}
export interface OssBucketWebsiteIndexDocument {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#suffix OssBucketWebsite#suffix}
    */
    readonly suffix?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#support_sub_dir OssBucketWebsite#support_sub_dir}
    */
    readonly supportSubDir?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#type OssBucketWebsite#type}
    */
    readonly type?: string;
}
export declare function ossBucketWebsiteIndexDocumentToTerraform(struct?: OssBucketWebsiteIndexDocumentOutputReference | OssBucketWebsiteIndexDocument): any;
export declare function ossBucketWebsiteIndexDocumentToHclTerraform(struct?: OssBucketWebsiteIndexDocumentOutputReference | OssBucketWebsiteIndexDocument): any;
export declare class OssBucketWebsiteIndexDocumentOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteIndexDocument | undefined;
    set internalValue(value: OssBucketWebsiteIndexDocument | undefined);
    private _suffix?;
    get suffix(): string;
    set suffix(value: string);
    resetSuffix(): void;
    get suffixInput(): string | undefined;
    private _supportSubDir?;
    get supportSubDir(): boolean | cdktf.IResolvable;
    set supportSubDir(value: boolean | cdktf.IResolvable);
    resetSupportSubDir(): void;
    get supportSubDirInput(): boolean | cdktf.IResolvable | undefined;
    private _type?;
    get type(): string;
    set type(value: string);
    resetType(): void;
    get typeInput(): string | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#ends_with OssBucketWebsite#ends_with}
    */
    readonly endsWith?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#equals OssBucketWebsite#equals}
    */
    readonly equalTo?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key OssBucketWebsite#key}
    */
    readonly key?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#starts_with OssBucketWebsite#starts_with}
    */
    readonly startsWith?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders | cdktf.IResolvable | undefined);
    private _endsWith?;
    get endsWith(): string;
    set endsWith(value: string);
    resetEndsWith(): void;
    get endsWithInput(): string | undefined;
    private _equals?;
    get equalTo(): string;
    set equalTo(value: string);
    resetEqualTo(): void;
    get equalToInput(): string | undefined;
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
    private _startsWith?;
    get startsWith(): string;
    set startsWith(value: string);
    resetStartsWith(): void;
    get startsWithInput(): string | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleCondition {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#http_error_code_returned_equals OssBucketWebsite#http_error_code_returned_equals}
    */
    readonly httpErrorCodeReturnedEquals?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key_prefix_equals OssBucketWebsite#key_prefix_equals}
    */
    readonly keyPrefixEquals?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key_suffix_equals OssBucketWebsite#key_suffix_equals}
    */
    readonly keySuffixEquals?: string;
    /**
    * include_headers block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#include_headers OssBucketWebsite#include_headers}
    */
    readonly includeHeaders?: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleConditionToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleCondition): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleConditionToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleCondition): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleCondition | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleCondition | undefined);
    private _httpErrorCodeReturnedEquals?;
    get httpErrorCodeReturnedEquals(): string;
    set httpErrorCodeReturnedEquals(value: string);
    resetHttpErrorCodeReturnedEquals(): void;
    get httpErrorCodeReturnedEqualsInput(): string | undefined;
    private _keyPrefixEquals?;
    get keyPrefixEquals(): string;
    set keyPrefixEquals(value: string);
    resetKeyPrefixEquals(): void;
    get keyPrefixEqualsInput(): string | undefined;
    private _keySuffixEquals?;
    get keySuffixEquals(): string;
    set keySuffixEquals(value: string);
    resetKeySuffixEquals(): void;
    get keySuffixEqualsInput(): string | undefined;
    private _includeHeaders;
    get includeHeaders(): OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList;
    putIncludeHeaders(value: OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders[] | cdktf.IResolvable): void;
    resetIncludeHeaders(): void;
    get includeHeadersInput(): OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeaders[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#script OssBucketWebsite#script}
    */
    readonly script?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig | undefined);
    private _script?;
    get script(): string;
    set script(value: string);
    resetScript(): void;
    get scriptInput(): string | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#access_key_id OssBucketWebsite#access_key_id}
    */
    readonly accessKeyId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#access_key_secret OssBucketWebsite#access_key_secret}
    */
    readonly accessKeySecret?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#auth_type OssBucketWebsite#auth_type}
    */
    readonly authType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#region OssBucketWebsite#region}
    */
    readonly region?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth | undefined);
    private _accessKeyId?;
    get accessKeyId(): string;
    set accessKeyId(value: string);
    resetAccessKeyId(): void;
    get accessKeyIdInput(): string | undefined;
    private _accessKeySecret?;
    get accessKeySecret(): string;
    set accessKeySecret(value: string);
    resetAccessKeySecret(): void;
    get accessKeySecretInput(): string | undefined;
    private _authType?;
    get authType(): string;
    set authType(value: string);
    resetAuthType(): void;
    get authTypeInput(): string | undefined;
    private _region?;
    get region(): string;
    set region(value: string);
    resetRegion(): void;
    get regionInput(): string | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key OssBucketWebsite#key}
    */
    readonly key?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#value OssBucketWebsite#value}
    */
    readonly value?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet | cdktf.IResolvable | undefined);
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#pass OssBucketWebsite#pass}
    */
    readonly pass?: string[];
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#pass_all OssBucketWebsite#pass_all}
    */
    readonly passAll?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#remove OssBucketWebsite#remove}
    */
    readonly remove?: string[];
    /**
    * set block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#set OssBucketWebsite#set}
    */
    readonly set?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders | undefined);
    private _pass?;
    get pass(): string[];
    set pass(value: string[]);
    resetPass(): void;
    get passInput(): string[] | undefined;
    private _passAll?;
    get passAll(): boolean | cdktf.IResolvable;
    set passAll(value: boolean | cdktf.IResolvable);
    resetPassAll(): void;
    get passAllInput(): boolean | cdktf.IResolvable | undefined;
    private _remove?;
    get remove(): string[];
    set remove(value: string[]);
    resetRemove(): void;
    get removeInput(): string[] | undefined;
    private _set;
    get set(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList;
    putSet(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet[] | cdktf.IResolvable): void;
    resetSet(): void;
    get setInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSet[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternate_dst_region OssBucketWebsite#mirror_multi_alternate_dst_region}
    */
    readonly mirrorMultiAlternateDstRegion?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternate_number OssBucketWebsite#mirror_multi_alternate_number}
    */
    readonly mirrorMultiAlternateNumber?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternate_url OssBucketWebsite#mirror_multi_alternate_url}
    */
    readonly mirrorMultiAlternateUrl?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternate_vpc_id OssBucketWebsite#mirror_multi_alternate_vpc_id}
    */
    readonly mirrorMultiAlternateVpcId?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate | cdktf.IResolvable | undefined);
    private _mirrorMultiAlternateDstRegion?;
    get mirrorMultiAlternateDstRegion(): string;
    set mirrorMultiAlternateDstRegion(value: string);
    resetMirrorMultiAlternateDstRegion(): void;
    get mirrorMultiAlternateDstRegionInput(): string | undefined;
    private _mirrorMultiAlternateNumber?;
    get mirrorMultiAlternateNumber(): number;
    set mirrorMultiAlternateNumber(value: number);
    resetMirrorMultiAlternateNumber(): void;
    get mirrorMultiAlternateNumberInput(): number | undefined;
    private _mirrorMultiAlternateUrl?;
    get mirrorMultiAlternateUrl(): string;
    set mirrorMultiAlternateUrl(value: string);
    resetMirrorMultiAlternateUrl(): void;
    get mirrorMultiAlternateUrlInput(): string | undefined;
    private _mirrorMultiAlternateVpcId?;
    get mirrorMultiAlternateVpcId(): string;
    set mirrorMultiAlternateVpcId(value: string);
    resetMirrorMultiAlternateVpcId(): void;
    get mirrorMultiAlternateVpcIdInput(): string | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates {
    /**
    * mirror_multi_alternate block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternate OssBucketWebsite#mirror_multi_alternate}
    */
    readonly mirrorMultiAlternate?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates | undefined);
    private _mirrorMultiAlternate;
    get mirrorMultiAlternate(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList;
    putMirrorMultiAlternate(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate[] | cdktf.IResolvable): void;
    resetMirrorMultiAlternate(): void;
    get mirrorMultiAlternateInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternate[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key OssBucketWebsite#key}
    */
    readonly key?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#value OssBucketWebsite#value}
    */
    readonly value?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader | cdktf.IResolvable | undefined);
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders {
    /**
    * return_header block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#return_header OssBucketWebsite#return_header}
    */
    readonly returnHeader?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders | undefined);
    private _returnHeader;
    get returnHeader(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList;
    putReturnHeader(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader[] | cdktf.IResolvable): void;
    resetReturnHeader(): void;
    get returnHeaderInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeader[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#key OssBucketWebsite#key}
    */
    readonly key?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#value OssBucketWebsite#value}
    */
    readonly value?: string;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings | cdktf.IResolvable | undefined);
    private _key?;
    get key(): string;
    set key(value: string);
    resetKey(): void;
    get keyInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings {
    /**
    * taggings block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#taggings OssBucketWebsite#taggings}
    */
    readonly taggings?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings | undefined);
    private _taggings;
    get taggings(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList;
    putTaggings(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings[] | cdktf.IResolvable): void;
    resetTaggings(): void;
    get taggingsInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggings[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRuleRedirect {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#enable_replace_prefix OssBucketWebsite#enable_replace_prefix}
    */
    readonly enableReplacePrefix?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#host_name OssBucketWebsite#host_name}
    */
    readonly hostName?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#http_redirect_code OssBucketWebsite#http_redirect_code}
    */
    readonly httpRedirectCode?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_allow_get_image_info OssBucketWebsite#mirror_allow_get_image_info}
    */
    readonly mirrorAllowGetImageInfo?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_allow_head_object OssBucketWebsite#mirror_allow_head_object}
    */
    readonly mirrorAllowHeadObject?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_allow_video_snapshot OssBucketWebsite#mirror_allow_video_snapshot}
    */
    readonly mirrorAllowVideoSnapshot?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_async_status OssBucketWebsite#mirror_async_status}
    */
    readonly mirrorAsyncStatus?: number;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_check_md5 OssBucketWebsite#mirror_check_md5}
    */
    readonly mirrorCheckMd5?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_dst_region OssBucketWebsite#mirror_dst_region}
    */
    readonly mirrorDstRegion?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_dst_slave_vpc_id OssBucketWebsite#mirror_dst_slave_vpc_id}
    */
    readonly mirrorDstSlaveVpcId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_dst_vpc_id OssBucketWebsite#mirror_dst_vpc_id}
    */
    readonly mirrorDstVpcId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_follow_redirect OssBucketWebsite#mirror_follow_redirect}
    */
    readonly mirrorFollowRedirect?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_is_express_tunnel OssBucketWebsite#mirror_is_express_tunnel}
    */
    readonly mirrorIsExpressTunnel?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_pass_original_slashes OssBucketWebsite#mirror_pass_original_slashes}
    */
    readonly mirrorPassOriginalSlashes?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_pass_query_string OssBucketWebsite#mirror_pass_query_string}
    */
    readonly mirrorPassQueryString?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_proxy_pass OssBucketWebsite#mirror_proxy_pass}
    */
    readonly mirrorProxyPass?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_role OssBucketWebsite#mirror_role}
    */
    readonly mirrorRole?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_save_oss_meta OssBucketWebsite#mirror_save_oss_meta}
    */
    readonly mirrorSaveOssMeta?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_sni OssBucketWebsite#mirror_sni}
    */
    readonly mirrorSni?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_switch_all_errors OssBucketWebsite#mirror_switch_all_errors}
    */
    readonly mirrorSwitchAllErrors?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_tunnel_id OssBucketWebsite#mirror_tunnel_id}
    */
    readonly mirrorTunnelId?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_url OssBucketWebsite#mirror_url}
    */
    readonly mirrorUrl?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_url_probe OssBucketWebsite#mirror_url_probe}
    */
    readonly mirrorUrlProbe?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_url_slave OssBucketWebsite#mirror_url_slave}
    */
    readonly mirrorUrlSlave?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_user_last_modified OssBucketWebsite#mirror_user_last_modified}
    */
    readonly mirrorUserLastModified?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_using_role OssBucketWebsite#mirror_using_role}
    */
    readonly mirrorUsingRole?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#pass_query_string OssBucketWebsite#pass_query_string}
    */
    readonly passQueryString?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#protocol OssBucketWebsite#protocol}
    */
    readonly protocol?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#redirect_type OssBucketWebsite#redirect_type}
    */
    readonly redirectType?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#replace_key_prefix_with OssBucketWebsite#replace_key_prefix_with}
    */
    readonly replaceKeyPrefixWith?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#replace_key_with OssBucketWebsite#replace_key_with}
    */
    readonly replaceKeyWith?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#transparent_mirror_response_codes OssBucketWebsite#transparent_mirror_response_codes}
    */
    readonly transparentMirrorResponseCodes?: string;
    /**
    * mirror_auth block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_auth OssBucketWebsite#mirror_auth}
    */
    readonly mirrorAuth?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth;
    /**
    * mirror_headers block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_headers OssBucketWebsite#mirror_headers}
    */
    readonly mirrorHeaders?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders;
    /**
    * mirror_multi_alternates block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_multi_alternates OssBucketWebsite#mirror_multi_alternates}
    */
    readonly mirrorMultiAlternates?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates;
    /**
    * mirror_return_headers block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_return_headers OssBucketWebsite#mirror_return_headers}
    */
    readonly mirrorReturnHeaders?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders;
    /**
    * mirror_taggings block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#mirror_taggings OssBucketWebsite#mirror_taggings}
    */
    readonly mirrorTaggings?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirect): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleRedirectToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference | OssBucketWebsiteRoutingRulesRoutingRuleRedirect): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRuleRedirect | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirect | undefined);
    private _enableReplacePrefix?;
    get enableReplacePrefix(): boolean | cdktf.IResolvable;
    set enableReplacePrefix(value: boolean | cdktf.IResolvable);
    resetEnableReplacePrefix(): void;
    get enableReplacePrefixInput(): boolean | cdktf.IResolvable | undefined;
    private _hostName?;
    get hostName(): string;
    set hostName(value: string);
    resetHostName(): void;
    get hostNameInput(): string | undefined;
    private _httpRedirectCode?;
    get httpRedirectCode(): string;
    set httpRedirectCode(value: string);
    resetHttpRedirectCode(): void;
    get httpRedirectCodeInput(): string | undefined;
    private _mirrorAllowGetImageInfo?;
    get mirrorAllowGetImageInfo(): boolean | cdktf.IResolvable;
    set mirrorAllowGetImageInfo(value: boolean | cdktf.IResolvable);
    resetMirrorAllowGetImageInfo(): void;
    get mirrorAllowGetImageInfoInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorAllowHeadObject?;
    get mirrorAllowHeadObject(): boolean | cdktf.IResolvable;
    set mirrorAllowHeadObject(value: boolean | cdktf.IResolvable);
    resetMirrorAllowHeadObject(): void;
    get mirrorAllowHeadObjectInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorAllowVideoSnapshot?;
    get mirrorAllowVideoSnapshot(): boolean | cdktf.IResolvable;
    set mirrorAllowVideoSnapshot(value: boolean | cdktf.IResolvable);
    resetMirrorAllowVideoSnapshot(): void;
    get mirrorAllowVideoSnapshotInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorAsyncStatus?;
    get mirrorAsyncStatus(): number;
    set mirrorAsyncStatus(value: number);
    resetMirrorAsyncStatus(): void;
    get mirrorAsyncStatusInput(): number | undefined;
    private _mirrorCheckMd5?;
    get mirrorCheckMd5(): boolean | cdktf.IResolvable;
    set mirrorCheckMd5(value: boolean | cdktf.IResolvable);
    resetMirrorCheckMd5(): void;
    get mirrorCheckMd5Input(): boolean | cdktf.IResolvable | undefined;
    private _mirrorDstRegion?;
    get mirrorDstRegion(): string;
    set mirrorDstRegion(value: string);
    resetMirrorDstRegion(): void;
    get mirrorDstRegionInput(): string | undefined;
    private _mirrorDstSlaveVpcId?;
    get mirrorDstSlaveVpcId(): string;
    set mirrorDstSlaveVpcId(value: string);
    resetMirrorDstSlaveVpcId(): void;
    get mirrorDstSlaveVpcIdInput(): string | undefined;
    private _mirrorDstVpcId?;
    get mirrorDstVpcId(): string;
    set mirrorDstVpcId(value: string);
    resetMirrorDstVpcId(): void;
    get mirrorDstVpcIdInput(): string | undefined;
    private _mirrorFollowRedirect?;
    get mirrorFollowRedirect(): boolean | cdktf.IResolvable;
    set mirrorFollowRedirect(value: boolean | cdktf.IResolvable);
    resetMirrorFollowRedirect(): void;
    get mirrorFollowRedirectInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorIsExpressTunnel?;
    get mirrorIsExpressTunnel(): boolean | cdktf.IResolvable;
    set mirrorIsExpressTunnel(value: boolean | cdktf.IResolvable);
    resetMirrorIsExpressTunnel(): void;
    get mirrorIsExpressTunnelInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorPassOriginalSlashes?;
    get mirrorPassOriginalSlashes(): boolean | cdktf.IResolvable;
    set mirrorPassOriginalSlashes(value: boolean | cdktf.IResolvable);
    resetMirrorPassOriginalSlashes(): void;
    get mirrorPassOriginalSlashesInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorPassQueryString?;
    get mirrorPassQueryString(): boolean | cdktf.IResolvable;
    set mirrorPassQueryString(value: boolean | cdktf.IResolvable);
    resetMirrorPassQueryString(): void;
    get mirrorPassQueryStringInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorProxyPass?;
    get mirrorProxyPass(): boolean | cdktf.IResolvable;
    set mirrorProxyPass(value: boolean | cdktf.IResolvable);
    resetMirrorProxyPass(): void;
    get mirrorProxyPassInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorRole?;
    get mirrorRole(): string;
    set mirrorRole(value: string);
    resetMirrorRole(): void;
    get mirrorRoleInput(): string | undefined;
    private _mirrorSaveOssMeta?;
    get mirrorSaveOssMeta(): boolean | cdktf.IResolvable;
    set mirrorSaveOssMeta(value: boolean | cdktf.IResolvable);
    resetMirrorSaveOssMeta(): void;
    get mirrorSaveOssMetaInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorSni?;
    get mirrorSni(): boolean | cdktf.IResolvable;
    set mirrorSni(value: boolean | cdktf.IResolvable);
    resetMirrorSni(): void;
    get mirrorSniInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorSwitchAllErrors?;
    get mirrorSwitchAllErrors(): boolean | cdktf.IResolvable;
    set mirrorSwitchAllErrors(value: boolean | cdktf.IResolvable);
    resetMirrorSwitchAllErrors(): void;
    get mirrorSwitchAllErrorsInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorTunnelId?;
    get mirrorTunnelId(): string;
    set mirrorTunnelId(value: string);
    resetMirrorTunnelId(): void;
    get mirrorTunnelIdInput(): string | undefined;
    private _mirrorUrl?;
    get mirrorUrl(): string;
    set mirrorUrl(value: string);
    resetMirrorUrl(): void;
    get mirrorUrlInput(): string | undefined;
    private _mirrorUrlProbe?;
    get mirrorUrlProbe(): string;
    set mirrorUrlProbe(value: string);
    resetMirrorUrlProbe(): void;
    get mirrorUrlProbeInput(): string | undefined;
    private _mirrorUrlSlave?;
    get mirrorUrlSlave(): string;
    set mirrorUrlSlave(value: string);
    resetMirrorUrlSlave(): void;
    get mirrorUrlSlaveInput(): string | undefined;
    private _mirrorUserLastModified?;
    get mirrorUserLastModified(): boolean | cdktf.IResolvable;
    set mirrorUserLastModified(value: boolean | cdktf.IResolvable);
    resetMirrorUserLastModified(): void;
    get mirrorUserLastModifiedInput(): boolean | cdktf.IResolvable | undefined;
    private _mirrorUsingRole?;
    get mirrorUsingRole(): boolean | cdktf.IResolvable;
    set mirrorUsingRole(value: boolean | cdktf.IResolvable);
    resetMirrorUsingRole(): void;
    get mirrorUsingRoleInput(): boolean | cdktf.IResolvable | undefined;
    private _passQueryString?;
    get passQueryString(): boolean | cdktf.IResolvable;
    set passQueryString(value: boolean | cdktf.IResolvable);
    resetPassQueryString(): void;
    get passQueryStringInput(): boolean | cdktf.IResolvable | undefined;
    private _protocol?;
    get protocol(): string;
    set protocol(value: string);
    resetProtocol(): void;
    get protocolInput(): string | undefined;
    private _redirectType?;
    get redirectType(): string;
    set redirectType(value: string);
    resetRedirectType(): void;
    get redirectTypeInput(): string | undefined;
    private _replaceKeyPrefixWith?;
    get replaceKeyPrefixWith(): string;
    set replaceKeyPrefixWith(value: string);
    resetReplaceKeyPrefixWith(): void;
    get replaceKeyPrefixWithInput(): string | undefined;
    private _replaceKeyWith?;
    get replaceKeyWith(): string;
    set replaceKeyWith(value: string);
    resetReplaceKeyWith(): void;
    get replaceKeyWithInput(): string | undefined;
    private _transparentMirrorResponseCodes?;
    get transparentMirrorResponseCodes(): string;
    set transparentMirrorResponseCodes(value: string);
    resetTransparentMirrorResponseCodes(): void;
    get transparentMirrorResponseCodesInput(): string | undefined;
    private _mirrorAuth;
    get mirrorAuth(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference;
    putMirrorAuth(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth): void;
    resetMirrorAuth(): void;
    get mirrorAuthInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuth | undefined;
    private _mirrorHeaders;
    get mirrorHeaders(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference;
    putMirrorHeaders(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders): void;
    resetMirrorHeaders(): void;
    get mirrorHeadersInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeaders | undefined;
    private _mirrorMultiAlternates;
    get mirrorMultiAlternates(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference;
    putMirrorMultiAlternates(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates): void;
    resetMirrorMultiAlternates(): void;
    get mirrorMultiAlternatesInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternates | undefined;
    private _mirrorReturnHeaders;
    get mirrorReturnHeaders(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference;
    putMirrorReturnHeaders(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders): void;
    resetMirrorReturnHeaders(): void;
    get mirrorReturnHeadersInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeaders | undefined;
    private _mirrorTaggings;
    get mirrorTaggings(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference;
    putMirrorTaggings(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings): void;
    resetMirrorTaggings(): void;
    get mirrorTaggingsInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggings | undefined;
}
export interface OssBucketWebsiteRoutingRulesRoutingRule {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#rule_number OssBucketWebsite#rule_number}
    */
    readonly ruleNumber?: number;
    /**
    * condition block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#condition OssBucketWebsite#condition}
    */
    readonly condition?: OssBucketWebsiteRoutingRulesRoutingRuleCondition;
    /**
    * lua_config block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#lua_config OssBucketWebsite#lua_config}
    */
    readonly luaConfig?: OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig;
    /**
    * redirect block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#redirect OssBucketWebsite#redirect}
    */
    readonly redirect?: OssBucketWebsiteRoutingRulesRoutingRuleRedirect;
}
export declare function ossBucketWebsiteRoutingRulesRoutingRuleToTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRule | cdktf.IResolvable): any;
export declare function ossBucketWebsiteRoutingRulesRoutingRuleToHclTerraform(struct?: OssBucketWebsiteRoutingRulesRoutingRule | cdktf.IResolvable): any;
export declare class OssBucketWebsiteRoutingRulesRoutingRuleOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OssBucketWebsiteRoutingRulesRoutingRule | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRulesRoutingRule | cdktf.IResolvable | undefined);
    private _ruleNumber?;
    get ruleNumber(): number;
    set ruleNumber(value: number);
    resetRuleNumber(): void;
    get ruleNumberInput(): number | undefined;
    private _condition;
    get condition(): OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference;
    putCondition(value: OssBucketWebsiteRoutingRulesRoutingRuleCondition): void;
    resetCondition(): void;
    get conditionInput(): OssBucketWebsiteRoutingRulesRoutingRuleCondition | undefined;
    private _luaConfig;
    get luaConfig(): OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference;
    putLuaConfig(value: OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig): void;
    resetLuaConfig(): void;
    get luaConfigInput(): OssBucketWebsiteRoutingRulesRoutingRuleLuaConfig | undefined;
    private _redirect;
    get redirect(): OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference;
    putRedirect(value: OssBucketWebsiteRoutingRulesRoutingRuleRedirect): void;
    resetRedirect(): void;
    get redirectInput(): OssBucketWebsiteRoutingRulesRoutingRuleRedirect | undefined;
}
export declare class OssBucketWebsiteRoutingRulesRoutingRuleList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OssBucketWebsiteRoutingRulesRoutingRule[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OssBucketWebsiteRoutingRulesRoutingRuleOutputReference;
}
export interface OssBucketWebsiteRoutingRules {
    /**
    * routing_rule block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#routing_rule OssBucketWebsite#routing_rule}
    */
    readonly routingRule?: OssBucketWebsiteRoutingRulesRoutingRule[] | cdktf.IResolvable;
}
export declare function ossBucketWebsiteRoutingRulesToTerraform(struct?: OssBucketWebsiteRoutingRulesOutputReference | OssBucketWebsiteRoutingRules): any;
export declare function ossBucketWebsiteRoutingRulesToHclTerraform(struct?: OssBucketWebsiteRoutingRulesOutputReference | OssBucketWebsiteRoutingRules): any;
export declare class OssBucketWebsiteRoutingRulesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteRoutingRules | undefined;
    set internalValue(value: OssBucketWebsiteRoutingRules | undefined);
    private _routingRule;
    get routingRule(): OssBucketWebsiteRoutingRulesRoutingRuleList;
    putRoutingRule(value: OssBucketWebsiteRoutingRulesRoutingRule[] | cdktf.IResolvable): void;
    resetRoutingRule(): void;
    get routingRuleInput(): OssBucketWebsiteRoutingRulesRoutingRule[] | cdktf.IResolvable | undefined;
}
export interface OssBucketWebsiteTimeouts {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#create OssBucketWebsite#create}
    */
    readonly create?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#delete OssBucketWebsite#delete}
    */
    readonly delete?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#update OssBucketWebsite#update}
    */
    readonly update?: string;
}
export declare function ossBucketWebsiteTimeoutsToTerraform(struct?: OssBucketWebsiteTimeouts | cdktf.IResolvable): any;
export declare function ossBucketWebsiteTimeoutsToHclTerraform(struct?: OssBucketWebsiteTimeouts | cdktf.IResolvable): any;
export declare class OssBucketWebsiteTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OssBucketWebsiteTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: OssBucketWebsiteTimeouts | cdktf.IResolvable | undefined);
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
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website alicloud_oss_bucket_website}
*/
export declare class OssBucketWebsite extends cdktf.TerraformResource {
    static readonly tfResourceType = "alicloud_oss_bucket_website";
    /**
    * Generates CDKTF code for importing a OssBucketWebsite resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the OssBucketWebsite to import
    * @param importFromId The id of the existing OssBucketWebsite that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the OssBucketWebsite to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website alicloud_oss_bucket_website} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OssBucketWebsiteConfig
    */
    constructor(scope: Construct, id: string, config: OssBucketWebsiteConfig);
    private _bucket?;
    get bucket(): string;
    set bucket(value: string);
    get bucketInput(): string | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _errorDocument;
    get errorDocument(): OssBucketWebsiteErrorDocumentOutputReference;
    putErrorDocument(value: OssBucketWebsiteErrorDocument): void;
    resetErrorDocument(): void;
    get errorDocumentInput(): OssBucketWebsiteErrorDocument | undefined;
    private _indexDocument;
    get indexDocument(): OssBucketWebsiteIndexDocumentOutputReference;
    putIndexDocument(value: OssBucketWebsiteIndexDocument): void;
    resetIndexDocument(): void;
    get indexDocumentInput(): OssBucketWebsiteIndexDocument | undefined;
    private _routingRules;
    get routingRules(): OssBucketWebsiteRoutingRulesOutputReference;
    putRoutingRules(value: OssBucketWebsiteRoutingRules): void;
    resetRoutingRules(): void;
    get routingRulesInput(): OssBucketWebsiteRoutingRules | undefined;
    private _timeouts;
    get timeouts(): OssBucketWebsiteTimeoutsOutputReference;
    putTimeouts(value: OssBucketWebsiteTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktf.IResolvable | OssBucketWebsiteTimeouts | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
