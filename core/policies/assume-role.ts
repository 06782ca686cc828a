/** Who may take the workers' roles: ECS, on behalf of the instances that they are attached to. */
export const ECS_TRUST = {
  Version: "1",
  Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: ["ecs.aliyuncs.com"] } }],
} as const;
