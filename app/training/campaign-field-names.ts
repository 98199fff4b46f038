/** A field of its own for each module and each area, by what it is about. */
export const MODULE = 'module:';
export const AREA = 'area:';
export const moduleField = (key: string) => MODULE + key;
export const areaField = (area: string) => AREA + area;
