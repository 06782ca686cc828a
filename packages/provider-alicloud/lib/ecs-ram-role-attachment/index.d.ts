import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface EcsRamRoleAttachmentConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#id EcsRamRoleAttachment#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#instance_id EcsRamRoleAttachment#instance_id}
    */
    readonly instanceId: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#policy EcsRamRoleAttachment#policy}
    */
    readonly policy?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#ram_role_name EcsRamRoleAttachment#ram_role_name}
    */
    readonly ramRoleName: string;
    /**
    * timeouts block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#timeouts EcsRamRoleAttachment#timeouts}
    */
    readonly timeouts?: EcsRamRoleAttachmentTimeouts;
}
export interface EcsRamRoleAttachmentTimeouts {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#create EcsRamRoleAttachment#create}
    */
    readonly create?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#delete EcsRamRoleAttachment#delete}
    */
    readonly delete?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#update EcsRamRoleAttachment#update}
    */
    readonly update?: string;
}
export declare function ecsRamRoleAttachmentTimeoutsToTerraform(struct?: EcsRamRoleAttachmentTimeouts | cdktf.IResolvable): any;
export declare function ecsRamRoleAttachmentTimeoutsToHclTerraform(struct?: EcsRamRoleAttachmentTimeouts | cdktf.IResolvable): any;
export declare class EcsRamRoleAttachmentTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): EcsRamRoleAttachmentTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: EcsRamRoleAttachmentTimeouts | cdktf.IResolvable | undefined);
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
* Represents a {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment alicloud_ecs_ram_role_attachment}
*/
export declare class EcsRamRoleAttachment extends cdktf.TerraformResource {
    static readonly tfResourceType = "alicloud_ecs_ram_role_attachment";
    /**
    * Generates CDKTF code for importing a EcsRamRoleAttachment resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the EcsRamRoleAttachment to import
    * @param importFromId The id of the existing EcsRamRoleAttachment that should be imported. Refer to the {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the EcsRamRoleAttachment to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ecs_ram_role_attachment alicloud_ecs_ram_role_attachment} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options EcsRamRoleAttachmentConfig
    */
    constructor(scope: Construct, id: string, config: EcsRamRoleAttachmentConfig);
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _instanceId?;
    get instanceId(): string;
    set instanceId(value: string);
    get instanceIdInput(): string | undefined;
    private _policy?;
    get policy(): string;
    set policy(value: string);
    resetPolicy(): void;
    get policyInput(): string | undefined;
    private _ramRoleName?;
    get ramRoleName(): string;
    set ramRoleName(value: string);
    get ramRoleNameInput(): string | undefined;
    private _timeouts;
    get timeouts(): EcsRamRoleAttachmentTimeoutsOutputReference;
    putTimeouts(value: EcsRamRoleAttachmentTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): EcsRamRoleAttachmentTimeouts | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
