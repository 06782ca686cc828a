"use strict";
// https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website
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
exports.OssBucketWebsite = exports.OssBucketWebsiteTimeoutsOutputReference = exports.OssBucketWebsiteRoutingRulesOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleList = exports.OssBucketWebsiteRoutingRulesRoutingRuleOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference = exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList = exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference = exports.OssBucketWebsiteIndexDocumentOutputReference = exports.OssBucketWebsiteErrorDocumentOutputReference = void 0;
exports.ossBucketWebsiteErrorDocumentToTerraform = ossBucketWebsiteErrorDocumentToTerraform;
exports.ossBucketWebsiteErrorDocumentToHclTerraform = ossBucketWebsiteErrorDocumentToHclTerraform;
exports.ossBucketWebsiteIndexDocumentToTerraform = ossBucketWebsiteIndexDocumentToTerraform;
exports.ossBucketWebsiteIndexDocumentToHclTerraform = ossBucketWebsiteIndexDocumentToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleConditionToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleConditionToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleConditionToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleConditionToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleRedirectToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleRedirectToHclTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleToTerraform = ossBucketWebsiteRoutingRulesRoutingRuleToTerraform;
exports.ossBucketWebsiteRoutingRulesRoutingRuleToHclTerraform = ossBucketWebsiteRoutingRulesRoutingRuleToHclTerraform;
exports.ossBucketWebsiteRoutingRulesToTerraform = ossBucketWebsiteRoutingRulesToTerraform;
exports.ossBucketWebsiteRoutingRulesToHclTerraform = ossBucketWebsiteRoutingRulesToHclTerraform;
exports.ossBucketWebsiteTimeoutsToTerraform = ossBucketWebsiteTimeoutsToTerraform;
exports.ossBucketWebsiteTimeoutsToHclTerraform = ossBucketWebsiteTimeoutsToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function ossBucketWebsiteErrorDocumentToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        http_status: cdktf.numberToTerraform(struct.httpStatus),
        key: cdktf.stringToTerraform(struct.key),
    };
}
function ossBucketWebsiteErrorDocumentToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        http_status: {
            value: cdktf.numberToHclTerraform(struct.httpStatus),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteErrorDocumentOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._httpStatus !== undefined) {
            hasAnyValues = true;
            internalValueResult.httpStatus = this._httpStatus;
        }
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._httpStatus = undefined;
            this._key = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._httpStatus = value.httpStatus;
            this._key = value.key;
        }
    }
    // http_status - computed: false, optional: true, required: false
    _httpStatus;
    get httpStatus() {
        return this.getNumberAttribute('http_status');
    }
    set httpStatus(value) {
        this._httpStatus = value;
    }
    resetHttpStatus() {
        this._httpStatus = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get httpStatusInput() {
        return this._httpStatus;
    }
    // key - computed: false, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
}
exports.OssBucketWebsiteErrorDocumentOutputReference = OssBucketWebsiteErrorDocumentOutputReference;
function ossBucketWebsiteIndexDocumentToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        suffix: cdktf.stringToTerraform(struct.suffix),
        support_sub_dir: cdktf.booleanToTerraform(struct.supportSubDir),
        type: cdktf.stringToTerraform(struct.type),
    };
}
function ossBucketWebsiteIndexDocumentToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        suffix: {
            value: cdktf.stringToHclTerraform(struct.suffix),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        support_sub_dir: {
            value: cdktf.booleanToHclTerraform(struct.supportSubDir),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        type: {
            value: cdktf.stringToHclTerraform(struct.type),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteIndexDocumentOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._suffix !== undefined) {
            hasAnyValues = true;
            internalValueResult.suffix = this._suffix;
        }
        if (this._supportSubDir !== undefined) {
            hasAnyValues = true;
            internalValueResult.supportSubDir = this._supportSubDir;
        }
        if (this._type !== undefined) {
            hasAnyValues = true;
            internalValueResult.type = this._type;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._suffix = undefined;
            this._supportSubDir = undefined;
            this._type = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._suffix = value.suffix;
            this._supportSubDir = value.supportSubDir;
            this._type = value.type;
        }
    }
    // suffix - computed: false, optional: true, required: false
    _suffix;
    get suffix() {
        return this.getStringAttribute('suffix');
    }
    set suffix(value) {
        this._suffix = value;
    }
    resetSuffix() {
        this._suffix = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get suffixInput() {
        return this._suffix;
    }
    // support_sub_dir - computed: false, optional: true, required: false
    _supportSubDir;
    get supportSubDir() {
        return this.getBooleanAttribute('support_sub_dir');
    }
    set supportSubDir(value) {
        this._supportSubDir = value;
    }
    resetSupportSubDir() {
        this._supportSubDir = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get supportSubDirInput() {
        return this._supportSubDir;
    }
    // type - computed: false, optional: true, required: false
    _type;
    get type() {
        return this.getStringAttribute('type');
    }
    set type(value) {
        this._type = value;
    }
    resetType() {
        this._type = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get typeInput() {
        return this._type;
    }
}
exports.OssBucketWebsiteIndexDocumentOutputReference = OssBucketWebsiteIndexDocumentOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        ends_with: cdktf.stringToTerraform(struct.endsWith),
        equals: cdktf.stringToTerraform(struct.equalTo),
        key: cdktf.stringToTerraform(struct.key),
        starts_with: cdktf.stringToTerraform(struct.startsWith),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        ends_with: {
            value: cdktf.stringToHclTerraform(struct.endsWith),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        equals: {
            value: cdktf.stringToHclTerraform(struct.equalTo),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        starts_with: {
            value: cdktf.stringToHclTerraform(struct.startsWith),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._endsWith !== undefined) {
            hasAnyValues = true;
            internalValueResult.endsWith = this._endsWith;
        }
        if (this._equals !== undefined) {
            hasAnyValues = true;
            internalValueResult.equalTo = this._equals;
        }
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._startsWith !== undefined) {
            hasAnyValues = true;
            internalValueResult.startsWith = this._startsWith;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._endsWith = undefined;
            this._equals = undefined;
            this._key = undefined;
            this._startsWith = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._endsWith = value.endsWith;
            this._equals = value.equalTo;
            this._key = value.key;
            this._startsWith = value.startsWith;
        }
    }
    // ends_with - computed: false, optional: true, required: false
    _endsWith;
    get endsWith() {
        return this.getStringAttribute('ends_with');
    }
    set endsWith(value) {
        this._endsWith = value;
    }
    resetEndsWith() {
        this._endsWith = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get endsWithInput() {
        return this._endsWith;
    }
    // equals - computed: false, optional: true, required: false
    _equals;
    get equalTo() {
        return this.getStringAttribute('equals');
    }
    set equalTo(value) {
        this._equals = value;
    }
    resetEqualTo() {
        this._equals = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get equalToInput() {
        return this._equals;
    }
    // key - computed: false, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
    // starts_with - computed: false, optional: true, required: false
    _startsWith;
    get startsWith() {
        return this.getStringAttribute('starts_with');
    }
    set startsWith(value) {
        this._startsWith = value;
    }
    resetStartsWith() {
        this._startsWith = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get startsWithInput() {
        return this._startsWith;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList = OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList;
function ossBucketWebsiteRoutingRulesRoutingRuleConditionToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        http_error_code_returned_equals: cdktf.stringToTerraform(struct.httpErrorCodeReturnedEquals),
        key_prefix_equals: cdktf.stringToTerraform(struct.keyPrefixEquals),
        key_suffix_equals: cdktf.stringToTerraform(struct.keySuffixEquals),
        include_headers: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToTerraform, true)(struct.includeHeaders),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleConditionToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        http_error_code_returned_equals: {
            value: cdktf.stringToHclTerraform(struct.httpErrorCodeReturnedEquals),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key_prefix_equals: {
            value: cdktf.stringToHclTerraform(struct.keyPrefixEquals),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key_suffix_equals: {
            value: cdktf.stringToHclTerraform(struct.keySuffixEquals),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        include_headers: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersToHclTerraform, true)(struct.includeHeaders),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._httpErrorCodeReturnedEquals !== undefined) {
            hasAnyValues = true;
            internalValueResult.httpErrorCodeReturnedEquals = this._httpErrorCodeReturnedEquals;
        }
        if (this._keyPrefixEquals !== undefined) {
            hasAnyValues = true;
            internalValueResult.keyPrefixEquals = this._keyPrefixEquals;
        }
        if (this._keySuffixEquals !== undefined) {
            hasAnyValues = true;
            internalValueResult.keySuffixEquals = this._keySuffixEquals;
        }
        if (this._includeHeaders?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeHeaders = this._includeHeaders?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._httpErrorCodeReturnedEquals = undefined;
            this._keyPrefixEquals = undefined;
            this._keySuffixEquals = undefined;
            this._includeHeaders.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._httpErrorCodeReturnedEquals = value.httpErrorCodeReturnedEquals;
            this._keyPrefixEquals = value.keyPrefixEquals;
            this._keySuffixEquals = value.keySuffixEquals;
            this._includeHeaders.internalValue = value.includeHeaders;
        }
    }
    // http_error_code_returned_equals - computed: false, optional: true, required: false
    _httpErrorCodeReturnedEquals;
    get httpErrorCodeReturnedEquals() {
        return this.getStringAttribute('http_error_code_returned_equals');
    }
    set httpErrorCodeReturnedEquals(value) {
        this._httpErrorCodeReturnedEquals = value;
    }
    resetHttpErrorCodeReturnedEquals() {
        this._httpErrorCodeReturnedEquals = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get httpErrorCodeReturnedEqualsInput() {
        return this._httpErrorCodeReturnedEquals;
    }
    // key_prefix_equals - computed: false, optional: true, required: false
    _keyPrefixEquals;
    get keyPrefixEquals() {
        return this.getStringAttribute('key_prefix_equals');
    }
    set keyPrefixEquals(value) {
        this._keyPrefixEquals = value;
    }
    resetKeyPrefixEquals() {
        this._keyPrefixEquals = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyPrefixEqualsInput() {
        return this._keyPrefixEquals;
    }
    // key_suffix_equals - computed: false, optional: true, required: false
    _keySuffixEquals;
    get keySuffixEquals() {
        return this.getStringAttribute('key_suffix_equals');
    }
    set keySuffixEquals(value) {
        this._keySuffixEquals = value;
    }
    resetKeySuffixEquals() {
        this._keySuffixEquals = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keySuffixEqualsInput() {
        return this._keySuffixEquals;
    }
    // include_headers - computed: false, optional: true, required: false
    _includeHeaders = new OssBucketWebsiteRoutingRulesRoutingRuleConditionIncludeHeadersList(this, "include_headers", false);
    get includeHeaders() {
        return this._includeHeaders;
    }
    putIncludeHeaders(value) {
        this._includeHeaders.internalValue = value;
    }
    resetIncludeHeaders() {
        this._includeHeaders.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get includeHeadersInput() {
        return this._includeHeaders.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        script: cdktf.stringToTerraform(struct.script),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        script: {
            value: cdktf.stringToHclTerraform(struct.script),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._script !== undefined) {
            hasAnyValues = true;
            internalValueResult.script = this._script;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._script = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._script = value.script;
        }
    }
    // script - computed: false, optional: true, required: false
    _script;
    get script() {
        return this.getStringAttribute('script');
    }
    set script(value) {
        this._script = value;
    }
    resetScript() {
        this._script = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get scriptInput() {
        return this._script;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        access_key_id: cdktf.stringToTerraform(struct.accessKeyId),
        access_key_secret: cdktf.stringToTerraform(struct.accessKeySecret),
        auth_type: cdktf.stringToTerraform(struct.authType),
        region: cdktf.stringToTerraform(struct.region),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        access_key_id: {
            value: cdktf.stringToHclTerraform(struct.accessKeyId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        access_key_secret: {
            value: cdktf.stringToHclTerraform(struct.accessKeySecret),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        auth_type: {
            value: cdktf.stringToHclTerraform(struct.authType),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        region: {
            value: cdktf.stringToHclTerraform(struct.region),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._accessKeyId !== undefined) {
            hasAnyValues = true;
            internalValueResult.accessKeyId = this._accessKeyId;
        }
        if (this._accessKeySecret !== undefined) {
            hasAnyValues = true;
            internalValueResult.accessKeySecret = this._accessKeySecret;
        }
        if (this._authType !== undefined) {
            hasAnyValues = true;
            internalValueResult.authType = this._authType;
        }
        if (this._region !== undefined) {
            hasAnyValues = true;
            internalValueResult.region = this._region;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._accessKeyId = undefined;
            this._accessKeySecret = undefined;
            this._authType = undefined;
            this._region = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._accessKeyId = value.accessKeyId;
            this._accessKeySecret = value.accessKeySecret;
            this._authType = value.authType;
            this._region = value.region;
        }
    }
    // access_key_id - computed: false, optional: true, required: false
    _accessKeyId;
    get accessKeyId() {
        return this.getStringAttribute('access_key_id');
    }
    set accessKeyId(value) {
        this._accessKeyId = value;
    }
    resetAccessKeyId() {
        this._accessKeyId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get accessKeyIdInput() {
        return this._accessKeyId;
    }
    // access_key_secret - computed: false, optional: true, required: false
    _accessKeySecret;
    get accessKeySecret() {
        return this.getStringAttribute('access_key_secret');
    }
    set accessKeySecret(value) {
        this._accessKeySecret = value;
    }
    resetAccessKeySecret() {
        this._accessKeySecret = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get accessKeySecretInput() {
        return this._accessKeySecret;
    }
    // auth_type - computed: false, optional: true, required: false
    _authType;
    get authType() {
        return this.getStringAttribute('auth_type');
    }
    set authType(value) {
        this._authType = value;
    }
    resetAuthType() {
        this._authType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get authTypeInput() {
        return this._authType;
    }
    // region - computed: false, optional: true, required: false
    _region;
    get region() {
        return this.getStringAttribute('region');
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
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        key: cdktf.stringToTerraform(struct.key),
        value: cdktf.stringToTerraform(struct.value),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._key = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._key = value.key;
            this._value = value.value;
        }
    }
    // key - computed: false, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
    // value - computed: false, optional: true, required: false
    _value;
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get valueInput() {
        return this._value;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        pass: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.pass),
        pass_all: cdktf.booleanToTerraform(struct.passAll),
        remove: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.remove),
        set: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToTerraform, true)(struct.set),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        pass: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.pass),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        pass_all: {
            value: cdktf.booleanToHclTerraform(struct.passAll),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        remove: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.remove),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        set: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetToHclTerraform, true)(struct.set),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._pass !== undefined) {
            hasAnyValues = true;
            internalValueResult.pass = this._pass;
        }
        if (this._passAll !== undefined) {
            hasAnyValues = true;
            internalValueResult.passAll = this._passAll;
        }
        if (this._remove !== undefined) {
            hasAnyValues = true;
            internalValueResult.remove = this._remove;
        }
        if (this._set?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.set = this._set?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._pass = undefined;
            this._passAll = undefined;
            this._remove = undefined;
            this._set.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._pass = value.pass;
            this._passAll = value.passAll;
            this._remove = value.remove;
            this._set.internalValue = value.set;
        }
    }
    // pass - computed: false, optional: true, required: false
    _pass;
    get pass() {
        return this.getListAttribute('pass');
    }
    set pass(value) {
        this._pass = value;
    }
    resetPass() {
        this._pass = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get passInput() {
        return this._pass;
    }
    // pass_all - computed: false, optional: true, required: false
    _passAll;
    get passAll() {
        return this.getBooleanAttribute('pass_all');
    }
    set passAll(value) {
        this._passAll = value;
    }
    resetPassAll() {
        this._passAll = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get passAllInput() {
        return this._passAll;
    }
    // remove - computed: false, optional: true, required: false
    _remove;
    get remove() {
        return this.getListAttribute('remove');
    }
    set remove(value) {
        this._remove = value;
    }
    resetRemove() {
        this._remove = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get removeInput() {
        return this._remove;
    }
    // set - computed: false, optional: true, required: false
    _set = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersSetList(this, "set", false);
    get set() {
        return this._set;
    }
    putSet(value) {
        this._set.internalValue = value;
    }
    resetSet() {
        this._set.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get setInput() {
        return this._set.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        mirror_multi_alternate_dst_region: cdktf.stringToTerraform(struct.mirrorMultiAlternateDstRegion),
        mirror_multi_alternate_number: cdktf.numberToTerraform(struct.mirrorMultiAlternateNumber),
        mirror_multi_alternate_url: cdktf.stringToTerraform(struct.mirrorMultiAlternateUrl),
        mirror_multi_alternate_vpc_id: cdktf.stringToTerraform(struct.mirrorMultiAlternateVpcId),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        mirror_multi_alternate_dst_region: {
            value: cdktf.stringToHclTerraform(struct.mirrorMultiAlternateDstRegion),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_multi_alternate_number: {
            value: cdktf.numberToHclTerraform(struct.mirrorMultiAlternateNumber),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        mirror_multi_alternate_url: {
            value: cdktf.stringToHclTerraform(struct.mirrorMultiAlternateUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_multi_alternate_vpc_id: {
            value: cdktf.stringToHclTerraform(struct.mirrorMultiAlternateVpcId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._mirrorMultiAlternateDstRegion !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternateDstRegion = this._mirrorMultiAlternateDstRegion;
        }
        if (this._mirrorMultiAlternateNumber !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternateNumber = this._mirrorMultiAlternateNumber;
        }
        if (this._mirrorMultiAlternateUrl !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternateUrl = this._mirrorMultiAlternateUrl;
        }
        if (this._mirrorMultiAlternateVpcId !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternateVpcId = this._mirrorMultiAlternateVpcId;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._mirrorMultiAlternateDstRegion = undefined;
            this._mirrorMultiAlternateNumber = undefined;
            this._mirrorMultiAlternateUrl = undefined;
            this._mirrorMultiAlternateVpcId = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._mirrorMultiAlternateDstRegion = value.mirrorMultiAlternateDstRegion;
            this._mirrorMultiAlternateNumber = value.mirrorMultiAlternateNumber;
            this._mirrorMultiAlternateUrl = value.mirrorMultiAlternateUrl;
            this._mirrorMultiAlternateVpcId = value.mirrorMultiAlternateVpcId;
        }
    }
    // mirror_multi_alternate_dst_region - computed: false, optional: true, required: false
    _mirrorMultiAlternateDstRegion;
    get mirrorMultiAlternateDstRegion() {
        return this.getStringAttribute('mirror_multi_alternate_dst_region');
    }
    set mirrorMultiAlternateDstRegion(value) {
        this._mirrorMultiAlternateDstRegion = value;
    }
    resetMirrorMultiAlternateDstRegion() {
        this._mirrorMultiAlternateDstRegion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternateDstRegionInput() {
        return this._mirrorMultiAlternateDstRegion;
    }
    // mirror_multi_alternate_number - computed: false, optional: true, required: false
    _mirrorMultiAlternateNumber;
    get mirrorMultiAlternateNumber() {
        return this.getNumberAttribute('mirror_multi_alternate_number');
    }
    set mirrorMultiAlternateNumber(value) {
        this._mirrorMultiAlternateNumber = value;
    }
    resetMirrorMultiAlternateNumber() {
        this._mirrorMultiAlternateNumber = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternateNumberInput() {
        return this._mirrorMultiAlternateNumber;
    }
    // mirror_multi_alternate_url - computed: false, optional: true, required: false
    _mirrorMultiAlternateUrl;
    get mirrorMultiAlternateUrl() {
        return this.getStringAttribute('mirror_multi_alternate_url');
    }
    set mirrorMultiAlternateUrl(value) {
        this._mirrorMultiAlternateUrl = value;
    }
    resetMirrorMultiAlternateUrl() {
        this._mirrorMultiAlternateUrl = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternateUrlInput() {
        return this._mirrorMultiAlternateUrl;
    }
    // mirror_multi_alternate_vpc_id - computed: false, optional: true, required: false
    _mirrorMultiAlternateVpcId;
    get mirrorMultiAlternateVpcId() {
        return this.getStringAttribute('mirror_multi_alternate_vpc_id');
    }
    set mirrorMultiAlternateVpcId(value) {
        this._mirrorMultiAlternateVpcId = value;
    }
    resetMirrorMultiAlternateVpcId() {
        this._mirrorMultiAlternateVpcId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternateVpcIdInput() {
        return this._mirrorMultiAlternateVpcId;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        mirror_multi_alternate: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToTerraform, true)(struct.mirrorMultiAlternate),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        mirror_multi_alternate: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateToHclTerraform, true)(struct.mirrorMultiAlternate),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._mirrorMultiAlternate?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternate = this._mirrorMultiAlternate?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._mirrorMultiAlternate.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._mirrorMultiAlternate.internalValue = value.mirrorMultiAlternate;
        }
    }
    // mirror_multi_alternate - computed: false, optional: true, required: false
    _mirrorMultiAlternate = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesMirrorMultiAlternateList(this, "mirror_multi_alternate", false);
    get mirrorMultiAlternate() {
        return this._mirrorMultiAlternate;
    }
    putMirrorMultiAlternate(value) {
        this._mirrorMultiAlternate.internalValue = value;
    }
    resetMirrorMultiAlternate() {
        this._mirrorMultiAlternate.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternateInput() {
        return this._mirrorMultiAlternate.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        key: cdktf.stringToTerraform(struct.key),
        value: cdktf.stringToTerraform(struct.value),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._key = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._key = value.key;
            this._value = value.value;
        }
    }
    // key - computed: false, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
    // value - computed: false, optional: true, required: false
    _value;
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get valueInput() {
        return this._value;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        return_header: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToTerraform, true)(struct.returnHeader),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        return_header: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderToHclTerraform, true)(struct.returnHeader),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._returnHeader?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.returnHeader = this._returnHeader?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._returnHeader.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._returnHeader.internalValue = value.returnHeader;
        }
    }
    // return_header - computed: false, optional: true, required: false
    _returnHeader = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersReturnHeaderList(this, "return_header", false);
    get returnHeader() {
        return this._returnHeader;
    }
    putReturnHeader(value) {
        this._returnHeader.internalValue = value;
    }
    resetReturnHeader() {
        this._returnHeader.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get returnHeaderInput() {
        return this._returnHeader.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        key: cdktf.stringToTerraform(struct.key),
        value: cdktf.stringToTerraform(struct.value),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._key = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._key = value.key;
            this._value = value.value;
        }
    }
    // key - computed: false, optional: true, required: false
    _key;
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    resetKey() {
        this._key = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get keyInput() {
        return this._key;
    }
    // value - computed: false, optional: true, required: false
    _value;
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get valueInput() {
        return this._value;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        taggings: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToTerraform, true)(struct.taggings),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        taggings: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsToHclTerraform, true)(struct.taggings),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._taggings?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.taggings = this._taggings?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._taggings.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._taggings.internalValue = value.taggings;
        }
    }
    // taggings - computed: false, optional: true, required: false
    _taggings = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsTaggingsList(this, "taggings", false);
    get taggings() {
        return this._taggings;
    }
    putTaggings(value) {
        this._taggings.internalValue = value;
    }
    resetTaggings() {
        this._taggings.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get taggingsInput() {
        return this._taggings.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        enable_replace_prefix: cdktf.booleanToTerraform(struct.enableReplacePrefix),
        host_name: cdktf.stringToTerraform(struct.hostName),
        http_redirect_code: cdktf.stringToTerraform(struct.httpRedirectCode),
        mirror_allow_get_image_info: cdktf.booleanToTerraform(struct.mirrorAllowGetImageInfo),
        mirror_allow_head_object: cdktf.booleanToTerraform(struct.mirrorAllowHeadObject),
        mirror_allow_video_snapshot: cdktf.booleanToTerraform(struct.mirrorAllowVideoSnapshot),
        mirror_async_status: cdktf.numberToTerraform(struct.mirrorAsyncStatus),
        mirror_check_md5: cdktf.booleanToTerraform(struct.mirrorCheckMd5),
        mirror_dst_region: cdktf.stringToTerraform(struct.mirrorDstRegion),
        mirror_dst_slave_vpc_id: cdktf.stringToTerraform(struct.mirrorDstSlaveVpcId),
        mirror_dst_vpc_id: cdktf.stringToTerraform(struct.mirrorDstVpcId),
        mirror_follow_redirect: cdktf.booleanToTerraform(struct.mirrorFollowRedirect),
        mirror_is_express_tunnel: cdktf.booleanToTerraform(struct.mirrorIsExpressTunnel),
        mirror_pass_original_slashes: cdktf.booleanToTerraform(struct.mirrorPassOriginalSlashes),
        mirror_pass_query_string: cdktf.booleanToTerraform(struct.mirrorPassQueryString),
        mirror_proxy_pass: cdktf.booleanToTerraform(struct.mirrorProxyPass),
        mirror_role: cdktf.stringToTerraform(struct.mirrorRole),
        mirror_save_oss_meta: cdktf.booleanToTerraform(struct.mirrorSaveOssMeta),
        mirror_sni: cdktf.booleanToTerraform(struct.mirrorSni),
        mirror_switch_all_errors: cdktf.booleanToTerraform(struct.mirrorSwitchAllErrors),
        mirror_tunnel_id: cdktf.stringToTerraform(struct.mirrorTunnelId),
        mirror_url: cdktf.stringToTerraform(struct.mirrorUrl),
        mirror_url_probe: cdktf.stringToTerraform(struct.mirrorUrlProbe),
        mirror_url_slave: cdktf.stringToTerraform(struct.mirrorUrlSlave),
        mirror_user_last_modified: cdktf.booleanToTerraform(struct.mirrorUserLastModified),
        mirror_using_role: cdktf.booleanToTerraform(struct.mirrorUsingRole),
        pass_query_string: cdktf.booleanToTerraform(struct.passQueryString),
        protocol: cdktf.stringToTerraform(struct.protocol),
        redirect_type: cdktf.stringToTerraform(struct.redirectType),
        replace_key_prefix_with: cdktf.stringToTerraform(struct.replaceKeyPrefixWith),
        replace_key_with: cdktf.stringToTerraform(struct.replaceKeyWith),
        transparent_mirror_response_codes: cdktf.stringToTerraform(struct.transparentMirrorResponseCodes),
        mirror_auth: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToTerraform(struct.mirrorAuth),
        mirror_headers: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToTerraform(struct.mirrorHeaders),
        mirror_multi_alternates: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToTerraform(struct.mirrorMultiAlternates),
        mirror_return_headers: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToTerraform(struct.mirrorReturnHeaders),
        mirror_taggings: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToTerraform(struct.mirrorTaggings),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleRedirectToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        enable_replace_prefix: {
            value: cdktf.booleanToHclTerraform(struct.enableReplacePrefix),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        host_name: {
            value: cdktf.stringToHclTerraform(struct.hostName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        http_redirect_code: {
            value: cdktf.stringToHclTerraform(struct.httpRedirectCode),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_allow_get_image_info: {
            value: cdktf.booleanToHclTerraform(struct.mirrorAllowGetImageInfo),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_allow_head_object: {
            value: cdktf.booleanToHclTerraform(struct.mirrorAllowHeadObject),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_allow_video_snapshot: {
            value: cdktf.booleanToHclTerraform(struct.mirrorAllowVideoSnapshot),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_async_status: {
            value: cdktf.numberToHclTerraform(struct.mirrorAsyncStatus),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        mirror_check_md5: {
            value: cdktf.booleanToHclTerraform(struct.mirrorCheckMd5),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_dst_region: {
            value: cdktf.stringToHclTerraform(struct.mirrorDstRegion),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_dst_slave_vpc_id: {
            value: cdktf.stringToHclTerraform(struct.mirrorDstSlaveVpcId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_dst_vpc_id: {
            value: cdktf.stringToHclTerraform(struct.mirrorDstVpcId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_follow_redirect: {
            value: cdktf.booleanToHclTerraform(struct.mirrorFollowRedirect),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_is_express_tunnel: {
            value: cdktf.booleanToHclTerraform(struct.mirrorIsExpressTunnel),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_pass_original_slashes: {
            value: cdktf.booleanToHclTerraform(struct.mirrorPassOriginalSlashes),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_pass_query_string: {
            value: cdktf.booleanToHclTerraform(struct.mirrorPassQueryString),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_proxy_pass: {
            value: cdktf.booleanToHclTerraform(struct.mirrorProxyPass),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_role: {
            value: cdktf.stringToHclTerraform(struct.mirrorRole),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_save_oss_meta: {
            value: cdktf.booleanToHclTerraform(struct.mirrorSaveOssMeta),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_sni: {
            value: cdktf.booleanToHclTerraform(struct.mirrorSni),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_switch_all_errors: {
            value: cdktf.booleanToHclTerraform(struct.mirrorSwitchAllErrors),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_tunnel_id: {
            value: cdktf.stringToHclTerraform(struct.mirrorTunnelId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_url: {
            value: cdktf.stringToHclTerraform(struct.mirrorUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_url_probe: {
            value: cdktf.stringToHclTerraform(struct.mirrorUrlProbe),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_url_slave: {
            value: cdktf.stringToHclTerraform(struct.mirrorUrlSlave),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_user_last_modified: {
            value: cdktf.booleanToHclTerraform(struct.mirrorUserLastModified),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        mirror_using_role: {
            value: cdktf.booleanToHclTerraform(struct.mirrorUsingRole),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        pass_query_string: {
            value: cdktf.booleanToHclTerraform(struct.passQueryString),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        protocol: {
            value: cdktf.stringToHclTerraform(struct.protocol),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        redirect_type: {
            value: cdktf.stringToHclTerraform(struct.redirectType),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        replace_key_prefix_with: {
            value: cdktf.stringToHclTerraform(struct.replaceKeyPrefixWith),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        replace_key_with: {
            value: cdktf.stringToHclTerraform(struct.replaceKeyWith),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        transparent_mirror_response_codes: {
            value: cdktf.stringToHclTerraform(struct.transparentMirrorResponseCodes),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        mirror_auth: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthToHclTerraform(struct.mirrorAuth),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthList",
        },
        mirror_headers: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersToHclTerraform(struct.mirrorHeaders),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersList",
        },
        mirror_multi_alternates: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesToHclTerraform(struct.mirrorMultiAlternates),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesList",
        },
        mirror_return_headers: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersToHclTerraform(struct.mirrorReturnHeaders),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersList",
        },
        mirror_taggings: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsToHclTerraform(struct.mirrorTaggings),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._enableReplacePrefix !== undefined) {
            hasAnyValues = true;
            internalValueResult.enableReplacePrefix = this._enableReplacePrefix;
        }
        if (this._hostName !== undefined) {
            hasAnyValues = true;
            internalValueResult.hostName = this._hostName;
        }
        if (this._httpRedirectCode !== undefined) {
            hasAnyValues = true;
            internalValueResult.httpRedirectCode = this._httpRedirectCode;
        }
        if (this._mirrorAllowGetImageInfo !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorAllowGetImageInfo = this._mirrorAllowGetImageInfo;
        }
        if (this._mirrorAllowHeadObject !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorAllowHeadObject = this._mirrorAllowHeadObject;
        }
        if (this._mirrorAllowVideoSnapshot !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorAllowVideoSnapshot = this._mirrorAllowVideoSnapshot;
        }
        if (this._mirrorAsyncStatus !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorAsyncStatus = this._mirrorAsyncStatus;
        }
        if (this._mirrorCheckMd5 !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorCheckMd5 = this._mirrorCheckMd5;
        }
        if (this._mirrorDstRegion !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorDstRegion = this._mirrorDstRegion;
        }
        if (this._mirrorDstSlaveVpcId !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorDstSlaveVpcId = this._mirrorDstSlaveVpcId;
        }
        if (this._mirrorDstVpcId !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorDstVpcId = this._mirrorDstVpcId;
        }
        if (this._mirrorFollowRedirect !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorFollowRedirect = this._mirrorFollowRedirect;
        }
        if (this._mirrorIsExpressTunnel !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorIsExpressTunnel = this._mirrorIsExpressTunnel;
        }
        if (this._mirrorPassOriginalSlashes !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorPassOriginalSlashes = this._mirrorPassOriginalSlashes;
        }
        if (this._mirrorPassQueryString !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorPassQueryString = this._mirrorPassQueryString;
        }
        if (this._mirrorProxyPass !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorProxyPass = this._mirrorProxyPass;
        }
        if (this._mirrorRole !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorRole = this._mirrorRole;
        }
        if (this._mirrorSaveOssMeta !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorSaveOssMeta = this._mirrorSaveOssMeta;
        }
        if (this._mirrorSni !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorSni = this._mirrorSni;
        }
        if (this._mirrorSwitchAllErrors !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorSwitchAllErrors = this._mirrorSwitchAllErrors;
        }
        if (this._mirrorTunnelId !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorTunnelId = this._mirrorTunnelId;
        }
        if (this._mirrorUrl !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorUrl = this._mirrorUrl;
        }
        if (this._mirrorUrlProbe !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorUrlProbe = this._mirrorUrlProbe;
        }
        if (this._mirrorUrlSlave !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorUrlSlave = this._mirrorUrlSlave;
        }
        if (this._mirrorUserLastModified !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorUserLastModified = this._mirrorUserLastModified;
        }
        if (this._mirrorUsingRole !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorUsingRole = this._mirrorUsingRole;
        }
        if (this._passQueryString !== undefined) {
            hasAnyValues = true;
            internalValueResult.passQueryString = this._passQueryString;
        }
        if (this._protocol !== undefined) {
            hasAnyValues = true;
            internalValueResult.protocol = this._protocol;
        }
        if (this._redirectType !== undefined) {
            hasAnyValues = true;
            internalValueResult.redirectType = this._redirectType;
        }
        if (this._replaceKeyPrefixWith !== undefined) {
            hasAnyValues = true;
            internalValueResult.replaceKeyPrefixWith = this._replaceKeyPrefixWith;
        }
        if (this._replaceKeyWith !== undefined) {
            hasAnyValues = true;
            internalValueResult.replaceKeyWith = this._replaceKeyWith;
        }
        if (this._transparentMirrorResponseCodes !== undefined) {
            hasAnyValues = true;
            internalValueResult.transparentMirrorResponseCodes = this._transparentMirrorResponseCodes;
        }
        if (this._mirrorAuth?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorAuth = this._mirrorAuth?.internalValue;
        }
        if (this._mirrorHeaders?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorHeaders = this._mirrorHeaders?.internalValue;
        }
        if (this._mirrorMultiAlternates?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorMultiAlternates = this._mirrorMultiAlternates?.internalValue;
        }
        if (this._mirrorReturnHeaders?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorReturnHeaders = this._mirrorReturnHeaders?.internalValue;
        }
        if (this._mirrorTaggings?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.mirrorTaggings = this._mirrorTaggings?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._enableReplacePrefix = undefined;
            this._hostName = undefined;
            this._httpRedirectCode = undefined;
            this._mirrorAllowGetImageInfo = undefined;
            this._mirrorAllowHeadObject = undefined;
            this._mirrorAllowVideoSnapshot = undefined;
            this._mirrorAsyncStatus = undefined;
            this._mirrorCheckMd5 = undefined;
            this._mirrorDstRegion = undefined;
            this._mirrorDstSlaveVpcId = undefined;
            this._mirrorDstVpcId = undefined;
            this._mirrorFollowRedirect = undefined;
            this._mirrorIsExpressTunnel = undefined;
            this._mirrorPassOriginalSlashes = undefined;
            this._mirrorPassQueryString = undefined;
            this._mirrorProxyPass = undefined;
            this._mirrorRole = undefined;
            this._mirrorSaveOssMeta = undefined;
            this._mirrorSni = undefined;
            this._mirrorSwitchAllErrors = undefined;
            this._mirrorTunnelId = undefined;
            this._mirrorUrl = undefined;
            this._mirrorUrlProbe = undefined;
            this._mirrorUrlSlave = undefined;
            this._mirrorUserLastModified = undefined;
            this._mirrorUsingRole = undefined;
            this._passQueryString = undefined;
            this._protocol = undefined;
            this._redirectType = undefined;
            this._replaceKeyPrefixWith = undefined;
            this._replaceKeyWith = undefined;
            this._transparentMirrorResponseCodes = undefined;
            this._mirrorAuth.internalValue = undefined;
            this._mirrorHeaders.internalValue = undefined;
            this._mirrorMultiAlternates.internalValue = undefined;
            this._mirrorReturnHeaders.internalValue = undefined;
            this._mirrorTaggings.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._enableReplacePrefix = value.enableReplacePrefix;
            this._hostName = value.hostName;
            this._httpRedirectCode = value.httpRedirectCode;
            this._mirrorAllowGetImageInfo = value.mirrorAllowGetImageInfo;
            this._mirrorAllowHeadObject = value.mirrorAllowHeadObject;
            this._mirrorAllowVideoSnapshot = value.mirrorAllowVideoSnapshot;
            this._mirrorAsyncStatus = value.mirrorAsyncStatus;
            this._mirrorCheckMd5 = value.mirrorCheckMd5;
            this._mirrorDstRegion = value.mirrorDstRegion;
            this._mirrorDstSlaveVpcId = value.mirrorDstSlaveVpcId;
            this._mirrorDstVpcId = value.mirrorDstVpcId;
            this._mirrorFollowRedirect = value.mirrorFollowRedirect;
            this._mirrorIsExpressTunnel = value.mirrorIsExpressTunnel;
            this._mirrorPassOriginalSlashes = value.mirrorPassOriginalSlashes;
            this._mirrorPassQueryString = value.mirrorPassQueryString;
            this._mirrorProxyPass = value.mirrorProxyPass;
            this._mirrorRole = value.mirrorRole;
            this._mirrorSaveOssMeta = value.mirrorSaveOssMeta;
            this._mirrorSni = value.mirrorSni;
            this._mirrorSwitchAllErrors = value.mirrorSwitchAllErrors;
            this._mirrorTunnelId = value.mirrorTunnelId;
            this._mirrorUrl = value.mirrorUrl;
            this._mirrorUrlProbe = value.mirrorUrlProbe;
            this._mirrorUrlSlave = value.mirrorUrlSlave;
            this._mirrorUserLastModified = value.mirrorUserLastModified;
            this._mirrorUsingRole = value.mirrorUsingRole;
            this._passQueryString = value.passQueryString;
            this._protocol = value.protocol;
            this._redirectType = value.redirectType;
            this._replaceKeyPrefixWith = value.replaceKeyPrefixWith;
            this._replaceKeyWith = value.replaceKeyWith;
            this._transparentMirrorResponseCodes = value.transparentMirrorResponseCodes;
            this._mirrorAuth.internalValue = value.mirrorAuth;
            this._mirrorHeaders.internalValue = value.mirrorHeaders;
            this._mirrorMultiAlternates.internalValue = value.mirrorMultiAlternates;
            this._mirrorReturnHeaders.internalValue = value.mirrorReturnHeaders;
            this._mirrorTaggings.internalValue = value.mirrorTaggings;
        }
    }
    // enable_replace_prefix - computed: false, optional: true, required: false
    _enableReplacePrefix;
    get enableReplacePrefix() {
        return this.getBooleanAttribute('enable_replace_prefix');
    }
    set enableReplacePrefix(value) {
        this._enableReplacePrefix = value;
    }
    resetEnableReplacePrefix() {
        this._enableReplacePrefix = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get enableReplacePrefixInput() {
        return this._enableReplacePrefix;
    }
    // host_name - computed: false, optional: true, required: false
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
    // http_redirect_code - computed: false, optional: true, required: false
    _httpRedirectCode;
    get httpRedirectCode() {
        return this.getStringAttribute('http_redirect_code');
    }
    set httpRedirectCode(value) {
        this._httpRedirectCode = value;
    }
    resetHttpRedirectCode() {
        this._httpRedirectCode = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get httpRedirectCodeInput() {
        return this._httpRedirectCode;
    }
    // mirror_allow_get_image_info - computed: false, optional: true, required: false
    _mirrorAllowGetImageInfo;
    get mirrorAllowGetImageInfo() {
        return this.getBooleanAttribute('mirror_allow_get_image_info');
    }
    set mirrorAllowGetImageInfo(value) {
        this._mirrorAllowGetImageInfo = value;
    }
    resetMirrorAllowGetImageInfo() {
        this._mirrorAllowGetImageInfo = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorAllowGetImageInfoInput() {
        return this._mirrorAllowGetImageInfo;
    }
    // mirror_allow_head_object - computed: false, optional: true, required: false
    _mirrorAllowHeadObject;
    get mirrorAllowHeadObject() {
        return this.getBooleanAttribute('mirror_allow_head_object');
    }
    set mirrorAllowHeadObject(value) {
        this._mirrorAllowHeadObject = value;
    }
    resetMirrorAllowHeadObject() {
        this._mirrorAllowHeadObject = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorAllowHeadObjectInput() {
        return this._mirrorAllowHeadObject;
    }
    // mirror_allow_video_snapshot - computed: false, optional: true, required: false
    _mirrorAllowVideoSnapshot;
    get mirrorAllowVideoSnapshot() {
        return this.getBooleanAttribute('mirror_allow_video_snapshot');
    }
    set mirrorAllowVideoSnapshot(value) {
        this._mirrorAllowVideoSnapshot = value;
    }
    resetMirrorAllowVideoSnapshot() {
        this._mirrorAllowVideoSnapshot = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorAllowVideoSnapshotInput() {
        return this._mirrorAllowVideoSnapshot;
    }
    // mirror_async_status - computed: false, optional: true, required: false
    _mirrorAsyncStatus;
    get mirrorAsyncStatus() {
        return this.getNumberAttribute('mirror_async_status');
    }
    set mirrorAsyncStatus(value) {
        this._mirrorAsyncStatus = value;
    }
    resetMirrorAsyncStatus() {
        this._mirrorAsyncStatus = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorAsyncStatusInput() {
        return this._mirrorAsyncStatus;
    }
    // mirror_check_md5 - computed: false, optional: true, required: false
    _mirrorCheckMd5;
    get mirrorCheckMd5() {
        return this.getBooleanAttribute('mirror_check_md5');
    }
    set mirrorCheckMd5(value) {
        this._mirrorCheckMd5 = value;
    }
    resetMirrorCheckMd5() {
        this._mirrorCheckMd5 = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorCheckMd5Input() {
        return this._mirrorCheckMd5;
    }
    // mirror_dst_region - computed: false, optional: true, required: false
    _mirrorDstRegion;
    get mirrorDstRegion() {
        return this.getStringAttribute('mirror_dst_region');
    }
    set mirrorDstRegion(value) {
        this._mirrorDstRegion = value;
    }
    resetMirrorDstRegion() {
        this._mirrorDstRegion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorDstRegionInput() {
        return this._mirrorDstRegion;
    }
    // mirror_dst_slave_vpc_id - computed: false, optional: true, required: false
    _mirrorDstSlaveVpcId;
    get mirrorDstSlaveVpcId() {
        return this.getStringAttribute('mirror_dst_slave_vpc_id');
    }
    set mirrorDstSlaveVpcId(value) {
        this._mirrorDstSlaveVpcId = value;
    }
    resetMirrorDstSlaveVpcId() {
        this._mirrorDstSlaveVpcId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorDstSlaveVpcIdInput() {
        return this._mirrorDstSlaveVpcId;
    }
    // mirror_dst_vpc_id - computed: false, optional: true, required: false
    _mirrorDstVpcId;
    get mirrorDstVpcId() {
        return this.getStringAttribute('mirror_dst_vpc_id');
    }
    set mirrorDstVpcId(value) {
        this._mirrorDstVpcId = value;
    }
    resetMirrorDstVpcId() {
        this._mirrorDstVpcId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorDstVpcIdInput() {
        return this._mirrorDstVpcId;
    }
    // mirror_follow_redirect - computed: false, optional: true, required: false
    _mirrorFollowRedirect;
    get mirrorFollowRedirect() {
        return this.getBooleanAttribute('mirror_follow_redirect');
    }
    set mirrorFollowRedirect(value) {
        this._mirrorFollowRedirect = value;
    }
    resetMirrorFollowRedirect() {
        this._mirrorFollowRedirect = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorFollowRedirectInput() {
        return this._mirrorFollowRedirect;
    }
    // mirror_is_express_tunnel - computed: false, optional: true, required: false
    _mirrorIsExpressTunnel;
    get mirrorIsExpressTunnel() {
        return this.getBooleanAttribute('mirror_is_express_tunnel');
    }
    set mirrorIsExpressTunnel(value) {
        this._mirrorIsExpressTunnel = value;
    }
    resetMirrorIsExpressTunnel() {
        this._mirrorIsExpressTunnel = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorIsExpressTunnelInput() {
        return this._mirrorIsExpressTunnel;
    }
    // mirror_pass_original_slashes - computed: false, optional: true, required: false
    _mirrorPassOriginalSlashes;
    get mirrorPassOriginalSlashes() {
        return this.getBooleanAttribute('mirror_pass_original_slashes');
    }
    set mirrorPassOriginalSlashes(value) {
        this._mirrorPassOriginalSlashes = value;
    }
    resetMirrorPassOriginalSlashes() {
        this._mirrorPassOriginalSlashes = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorPassOriginalSlashesInput() {
        return this._mirrorPassOriginalSlashes;
    }
    // mirror_pass_query_string - computed: false, optional: true, required: false
    _mirrorPassQueryString;
    get mirrorPassQueryString() {
        return this.getBooleanAttribute('mirror_pass_query_string');
    }
    set mirrorPassQueryString(value) {
        this._mirrorPassQueryString = value;
    }
    resetMirrorPassQueryString() {
        this._mirrorPassQueryString = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorPassQueryStringInput() {
        return this._mirrorPassQueryString;
    }
    // mirror_proxy_pass - computed: false, optional: true, required: false
    _mirrorProxyPass;
    get mirrorProxyPass() {
        return this.getBooleanAttribute('mirror_proxy_pass');
    }
    set mirrorProxyPass(value) {
        this._mirrorProxyPass = value;
    }
    resetMirrorProxyPass() {
        this._mirrorProxyPass = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorProxyPassInput() {
        return this._mirrorProxyPass;
    }
    // mirror_role - computed: false, optional: true, required: false
    _mirrorRole;
    get mirrorRole() {
        return this.getStringAttribute('mirror_role');
    }
    set mirrorRole(value) {
        this._mirrorRole = value;
    }
    resetMirrorRole() {
        this._mirrorRole = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorRoleInput() {
        return this._mirrorRole;
    }
    // mirror_save_oss_meta - computed: false, optional: true, required: false
    _mirrorSaveOssMeta;
    get mirrorSaveOssMeta() {
        return this.getBooleanAttribute('mirror_save_oss_meta');
    }
    set mirrorSaveOssMeta(value) {
        this._mirrorSaveOssMeta = value;
    }
    resetMirrorSaveOssMeta() {
        this._mirrorSaveOssMeta = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorSaveOssMetaInput() {
        return this._mirrorSaveOssMeta;
    }
    // mirror_sni - computed: false, optional: true, required: false
    _mirrorSni;
    get mirrorSni() {
        return this.getBooleanAttribute('mirror_sni');
    }
    set mirrorSni(value) {
        this._mirrorSni = value;
    }
    resetMirrorSni() {
        this._mirrorSni = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorSniInput() {
        return this._mirrorSni;
    }
    // mirror_switch_all_errors - computed: false, optional: true, required: false
    _mirrorSwitchAllErrors;
    get mirrorSwitchAllErrors() {
        return this.getBooleanAttribute('mirror_switch_all_errors');
    }
    set mirrorSwitchAllErrors(value) {
        this._mirrorSwitchAllErrors = value;
    }
    resetMirrorSwitchAllErrors() {
        this._mirrorSwitchAllErrors = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorSwitchAllErrorsInput() {
        return this._mirrorSwitchAllErrors;
    }
    // mirror_tunnel_id - computed: false, optional: true, required: false
    _mirrorTunnelId;
    get mirrorTunnelId() {
        return this.getStringAttribute('mirror_tunnel_id');
    }
    set mirrorTunnelId(value) {
        this._mirrorTunnelId = value;
    }
    resetMirrorTunnelId() {
        this._mirrorTunnelId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorTunnelIdInput() {
        return this._mirrorTunnelId;
    }
    // mirror_url - computed: false, optional: true, required: false
    _mirrorUrl;
    get mirrorUrl() {
        return this.getStringAttribute('mirror_url');
    }
    set mirrorUrl(value) {
        this._mirrorUrl = value;
    }
    resetMirrorUrl() {
        this._mirrorUrl = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorUrlInput() {
        return this._mirrorUrl;
    }
    // mirror_url_probe - computed: false, optional: true, required: false
    _mirrorUrlProbe;
    get mirrorUrlProbe() {
        return this.getStringAttribute('mirror_url_probe');
    }
    set mirrorUrlProbe(value) {
        this._mirrorUrlProbe = value;
    }
    resetMirrorUrlProbe() {
        this._mirrorUrlProbe = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorUrlProbeInput() {
        return this._mirrorUrlProbe;
    }
    // mirror_url_slave - computed: false, optional: true, required: false
    _mirrorUrlSlave;
    get mirrorUrlSlave() {
        return this.getStringAttribute('mirror_url_slave');
    }
    set mirrorUrlSlave(value) {
        this._mirrorUrlSlave = value;
    }
    resetMirrorUrlSlave() {
        this._mirrorUrlSlave = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorUrlSlaveInput() {
        return this._mirrorUrlSlave;
    }
    // mirror_user_last_modified - computed: false, optional: true, required: false
    _mirrorUserLastModified;
    get mirrorUserLastModified() {
        return this.getBooleanAttribute('mirror_user_last_modified');
    }
    set mirrorUserLastModified(value) {
        this._mirrorUserLastModified = value;
    }
    resetMirrorUserLastModified() {
        this._mirrorUserLastModified = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorUserLastModifiedInput() {
        return this._mirrorUserLastModified;
    }
    // mirror_using_role - computed: false, optional: true, required: false
    _mirrorUsingRole;
    get mirrorUsingRole() {
        return this.getBooleanAttribute('mirror_using_role');
    }
    set mirrorUsingRole(value) {
        this._mirrorUsingRole = value;
    }
    resetMirrorUsingRole() {
        this._mirrorUsingRole = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorUsingRoleInput() {
        return this._mirrorUsingRole;
    }
    // pass_query_string - computed: false, optional: true, required: false
    _passQueryString;
    get passQueryString() {
        return this.getBooleanAttribute('pass_query_string');
    }
    set passQueryString(value) {
        this._passQueryString = value;
    }
    resetPassQueryString() {
        this._passQueryString = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get passQueryStringInput() {
        return this._passQueryString;
    }
    // protocol - computed: false, optional: true, required: false
    _protocol;
    get protocol() {
        return this.getStringAttribute('protocol');
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
    // redirect_type - computed: false, optional: true, required: false
    _redirectType;
    get redirectType() {
        return this.getStringAttribute('redirect_type');
    }
    set redirectType(value) {
        this._redirectType = value;
    }
    resetRedirectType() {
        this._redirectType = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get redirectTypeInput() {
        return this._redirectType;
    }
    // replace_key_prefix_with - computed: false, optional: true, required: false
    _replaceKeyPrefixWith;
    get replaceKeyPrefixWith() {
        return this.getStringAttribute('replace_key_prefix_with');
    }
    set replaceKeyPrefixWith(value) {
        this._replaceKeyPrefixWith = value;
    }
    resetReplaceKeyPrefixWith() {
        this._replaceKeyPrefixWith = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get replaceKeyPrefixWithInput() {
        return this._replaceKeyPrefixWith;
    }
    // replace_key_with - computed: false, optional: true, required: false
    _replaceKeyWith;
    get replaceKeyWith() {
        return this.getStringAttribute('replace_key_with');
    }
    set replaceKeyWith(value) {
        this._replaceKeyWith = value;
    }
    resetReplaceKeyWith() {
        this._replaceKeyWith = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get replaceKeyWithInput() {
        return this._replaceKeyWith;
    }
    // transparent_mirror_response_codes - computed: false, optional: true, required: false
    _transparentMirrorResponseCodes;
    get transparentMirrorResponseCodes() {
        return this.getStringAttribute('transparent_mirror_response_codes');
    }
    set transparentMirrorResponseCodes(value) {
        this._transparentMirrorResponseCodes = value;
    }
    resetTransparentMirrorResponseCodes() {
        this._transparentMirrorResponseCodes = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get transparentMirrorResponseCodesInput() {
        return this._transparentMirrorResponseCodes;
    }
    // mirror_auth - computed: false, optional: true, required: false
    _mirrorAuth = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorAuthOutputReference(this, "mirror_auth");
    get mirrorAuth() {
        return this._mirrorAuth;
    }
    putMirrorAuth(value) {
        this._mirrorAuth.internalValue = value;
    }
    resetMirrorAuth() {
        this._mirrorAuth.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorAuthInput() {
        return this._mirrorAuth.internalValue;
    }
    // mirror_headers - computed: false, optional: true, required: false
    _mirrorHeaders = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorHeadersOutputReference(this, "mirror_headers");
    get mirrorHeaders() {
        return this._mirrorHeaders;
    }
    putMirrorHeaders(value) {
        this._mirrorHeaders.internalValue = value;
    }
    resetMirrorHeaders() {
        this._mirrorHeaders.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorHeadersInput() {
        return this._mirrorHeaders.internalValue;
    }
    // mirror_multi_alternates - computed: false, optional: true, required: false
    _mirrorMultiAlternates = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorMultiAlternatesOutputReference(this, "mirror_multi_alternates");
    get mirrorMultiAlternates() {
        return this._mirrorMultiAlternates;
    }
    putMirrorMultiAlternates(value) {
        this._mirrorMultiAlternates.internalValue = value;
    }
    resetMirrorMultiAlternates() {
        this._mirrorMultiAlternates.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorMultiAlternatesInput() {
        return this._mirrorMultiAlternates.internalValue;
    }
    // mirror_return_headers - computed: false, optional: true, required: false
    _mirrorReturnHeaders = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorReturnHeadersOutputReference(this, "mirror_return_headers");
    get mirrorReturnHeaders() {
        return this._mirrorReturnHeaders;
    }
    putMirrorReturnHeaders(value) {
        this._mirrorReturnHeaders.internalValue = value;
    }
    resetMirrorReturnHeaders() {
        this._mirrorReturnHeaders.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorReturnHeadersInput() {
        return this._mirrorReturnHeaders.internalValue;
    }
    // mirror_taggings - computed: false, optional: true, required: false
    _mirrorTaggings = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectMirrorTaggingsOutputReference(this, "mirror_taggings");
    get mirrorTaggings() {
        return this._mirrorTaggings;
    }
    putMirrorTaggings(value) {
        this._mirrorTaggings.internalValue = value;
    }
    resetMirrorTaggings() {
        this._mirrorTaggings.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mirrorTaggingsInput() {
        return this._mirrorTaggings.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference;
function ossBucketWebsiteRoutingRulesRoutingRuleToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        rule_number: cdktf.numberToTerraform(struct.ruleNumber),
        condition: ossBucketWebsiteRoutingRulesRoutingRuleConditionToTerraform(struct.condition),
        lua_config: ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToTerraform(struct.luaConfig),
        redirect: ossBucketWebsiteRoutingRulesRoutingRuleRedirectToTerraform(struct.redirect),
    };
}
function ossBucketWebsiteRoutingRulesRoutingRuleToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        rule_number: {
            value: cdktf.numberToHclTerraform(struct.ruleNumber),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        condition: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleConditionToHclTerraform(struct.condition),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleConditionList",
        },
        lua_config: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleLuaConfigToHclTerraform(struct.luaConfig),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigList",
        },
        redirect: {
            value: ossBucketWebsiteRoutingRulesRoutingRuleRedirectToHclTerraform(struct.redirect),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleRedirectList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesRoutingRuleOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
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
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._ruleNumber !== undefined) {
            hasAnyValues = true;
            internalValueResult.ruleNumber = this._ruleNumber;
        }
        if (this._condition?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.condition = this._condition?.internalValue;
        }
        if (this._luaConfig?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.luaConfig = this._luaConfig?.internalValue;
        }
        if (this._redirect?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.redirect = this._redirect?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._ruleNumber = undefined;
            this._condition.internalValue = undefined;
            this._luaConfig.internalValue = undefined;
            this._redirect.internalValue = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._ruleNumber = value.ruleNumber;
            this._condition.internalValue = value.condition;
            this._luaConfig.internalValue = value.luaConfig;
            this._redirect.internalValue = value.redirect;
        }
    }
    // rule_number - computed: false, optional: true, required: false
    _ruleNumber;
    get ruleNumber() {
        return this.getNumberAttribute('rule_number');
    }
    set ruleNumber(value) {
        this._ruleNumber = value;
    }
    resetRuleNumber() {
        this._ruleNumber = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get ruleNumberInput() {
        return this._ruleNumber;
    }
    // condition - computed: false, optional: true, required: false
    _condition = new OssBucketWebsiteRoutingRulesRoutingRuleConditionOutputReference(this, "condition");
    get condition() {
        return this._condition;
    }
    putCondition(value) {
        this._condition.internalValue = value;
    }
    resetCondition() {
        this._condition.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get conditionInput() {
        return this._condition.internalValue;
    }
    // lua_config - computed: false, optional: true, required: false
    _luaConfig = new OssBucketWebsiteRoutingRulesRoutingRuleLuaConfigOutputReference(this, "lua_config");
    get luaConfig() {
        return this._luaConfig;
    }
    putLuaConfig(value) {
        this._luaConfig.internalValue = value;
    }
    resetLuaConfig() {
        this._luaConfig.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get luaConfigInput() {
        return this._luaConfig.internalValue;
    }
    // redirect - computed: false, optional: true, required: false
    _redirect = new OssBucketWebsiteRoutingRulesRoutingRuleRedirectOutputReference(this, "redirect");
    get redirect() {
        return this._redirect;
    }
    putRedirect(value) {
        this._redirect.internalValue = value;
    }
    resetRedirect() {
        this._redirect.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get redirectInput() {
        return this._redirect.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleOutputReference = OssBucketWebsiteRoutingRulesRoutingRuleOutputReference;
class OssBucketWebsiteRoutingRulesRoutingRuleList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
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
        return new OssBucketWebsiteRoutingRulesRoutingRuleOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OssBucketWebsiteRoutingRulesRoutingRuleList = OssBucketWebsiteRoutingRulesRoutingRuleList;
function ossBucketWebsiteRoutingRulesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        routing_rule: cdktf.listMapper(ossBucketWebsiteRoutingRulesRoutingRuleToTerraform, true)(struct.routingRule),
    };
}
function ossBucketWebsiteRoutingRulesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        routing_rule: {
            value: cdktf.listMapperHcl(ossBucketWebsiteRoutingRulesRoutingRuleToHclTerraform, true)(struct.routingRule),
            isBlock: true,
            type: "list",
            storageClassType: "OssBucketWebsiteRoutingRulesRoutingRuleList",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OssBucketWebsiteRoutingRulesOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._routingRule?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.routingRule = this._routingRule?.internalValue;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._routingRule.internalValue = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._routingRule.internalValue = value.routingRule;
        }
    }
    // routing_rule - computed: false, optional: true, required: false
    _routingRule = new OssBucketWebsiteRoutingRulesRoutingRuleList(this, "routing_rule", false);
    get routingRule() {
        return this._routingRule;
    }
    putRoutingRule(value) {
        this._routingRule.internalValue = value;
    }
    resetRoutingRule() {
        this._routingRule.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get routingRuleInput() {
        return this._routingRule.internalValue;
    }
}
exports.OssBucketWebsiteRoutingRulesOutputReference = OssBucketWebsiteRoutingRulesOutputReference;
function ossBucketWebsiteTimeoutsToTerraform(struct) {
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
function ossBucketWebsiteTimeoutsToHclTerraform(struct) {
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
class OssBucketWebsiteTimeoutsOutputReference extends cdktf.ComplexObject {
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
exports.OssBucketWebsiteTimeoutsOutputReference = OssBucketWebsiteTimeoutsOutputReference;
/**
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website alicloud_oss_bucket_website}
*/
class OssBucketWebsite extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "alicloud_oss_bucket_website";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a OssBucketWebsite resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the OssBucketWebsite to import
    * @param importFromId The id of the existing OssBucketWebsite that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the OssBucketWebsite to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "alicloud_oss_bucket_website", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_website alicloud_oss_bucket_website} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OssBucketWebsiteConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'alicloud_oss_bucket_website',
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
        this._bucket = config.bucket;
        this._id = config.id;
        this._errorDocument.internalValue = config.errorDocument;
        this._indexDocument.internalValue = config.indexDocument;
        this._routingRules.internalValue = config.routingRules;
        this._timeouts.internalValue = config.timeouts;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // bucket - computed: false, optional: false, required: true
    _bucket;
    get bucket() {
        return this.getStringAttribute('bucket');
    }
    set bucket(value) {
        this._bucket = value;
    }
    // Temporarily expose input value. Use with caution.
    get bucketInput() {
        return this._bucket;
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
    // error_document - computed: false, optional: true, required: false
    _errorDocument = new OssBucketWebsiteErrorDocumentOutputReference(this, "error_document");
    get errorDocument() {
        return this._errorDocument;
    }
    putErrorDocument(value) {
        this._errorDocument.internalValue = value;
    }
    resetErrorDocument() {
        this._errorDocument.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get errorDocumentInput() {
        return this._errorDocument.internalValue;
    }
    // index_document - computed: false, optional: true, required: false
    _indexDocument = new OssBucketWebsiteIndexDocumentOutputReference(this, "index_document");
    get indexDocument() {
        return this._indexDocument;
    }
    putIndexDocument(value) {
        this._indexDocument.internalValue = value;
    }
    resetIndexDocument() {
        this._indexDocument.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get indexDocumentInput() {
        return this._indexDocument.internalValue;
    }
    // routing_rules - computed: false, optional: true, required: false
    _routingRules = new OssBucketWebsiteRoutingRulesOutputReference(this, "routing_rules");
    get routingRules() {
        return this._routingRules;
    }
    putRoutingRules(value) {
        this._routingRules.internalValue = value;
    }
    resetRoutingRules() {
        this._routingRules.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get routingRulesInput() {
        return this._routingRules.internalValue;
    }
    // timeouts - computed: false, optional: true, required: false
    _timeouts = new OssBucketWebsiteTimeoutsOutputReference(this, "timeouts");
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
            bucket: cdktf.stringToTerraform(this._bucket),
            id: cdktf.stringToTerraform(this._id),
            error_document: ossBucketWebsiteErrorDocumentToTerraform(this._errorDocument.internalValue),
            index_document: ossBucketWebsiteIndexDocumentToTerraform(this._indexDocument.internalValue),
            routing_rules: ossBucketWebsiteRoutingRulesToTerraform(this._routingRules.internalValue),
            timeouts: ossBucketWebsiteTimeoutsToTerraform(this._timeouts.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            bucket: {
                value: cdktf.stringToHclTerraform(this._bucket),
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
            error_document: {
                value: ossBucketWebsiteErrorDocumentToHclTerraform(this._errorDocument.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "OssBucketWebsiteErrorDocumentList",
            },
            index_document: {
                value: ossBucketWebsiteIndexDocumentToHclTerraform(this._indexDocument.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "OssBucketWebsiteIndexDocumentList",
            },
            routing_rules: {
                value: ossBucketWebsiteRoutingRulesToHclTerraform(this._routingRules.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "OssBucketWebsiteRoutingRulesList",
            },
            timeouts: {
                value: ossBucketWebsiteTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "OssBucketWebsiteTimeouts",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.OssBucketWebsite = OssBucketWebsite;
