declare module 'ipp-encoder' {
  export interface IppAttribute {
    tag: number
    name: string
    value: unknown
  }
  export interface IppGroup {
    tag: number
    attributes: IppAttribute[]
  }
  export interface IppRequest {
    version?: { major: number; minor: number }
    operationId: number
    requestId: number
    groups: IppGroup[]
  }
  export interface IppResponse {
    statusCode: number
    /** Every value stands in a list. */
    groups: { tag: number; attributes: { tag: number; name: string; value: unknown[] }[] }[]
  }
  const ipp: {
    CONSTANTS: Record<string, number>
    request: {
      encode: (request: IppRequest, into: Buffer) => Buffer
      encodingLength: (request: IppRequest) => number
    }
    response: { decode: (bytes: Buffer) => IppResponse }
  }
  export default ipp
}
