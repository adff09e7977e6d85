export async function codeChecks(){}
