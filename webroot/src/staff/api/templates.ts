import { api } from '../../shared/http'
import type { Items } from '../../shared/types'
import type { Filled } from '../model'

export interface TemplateField {
  name: string
  label: string
  kind: string
  required: boolean
  max: number
  fields?: TemplateField[]
}
export interface TemplateLine { name: string; title?: string; broken?: string }
export interface TemplateForm { name: string; title: string; fields: TemplateField[]; sample?: Filled }

export const templates = {
  list: () => api.get<Items<TemplateLine>>('/templates'),
  one: (name: string) => api.get<TemplateForm>(`/templates/${name}`),
  preview: (name: string, values: Filled) => api.postForBlob(`/templates/${name}/preview`, { values }),
}
