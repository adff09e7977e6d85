export async function pageChecks(){}
