/** A list of so many people: schools of two hundred communes, every tenth with a second person. */
export function rosterRows(count: number): readonly (readonly string[])[] {
  const header = [
    'Mã đơn vị',
    'Tên đơn vị',
    'Loại',
    'Cấp học',
    'Đơn vị báo cáo',
    'Chức vụ',
    'Họ tên',
    'Điện thoại',
  ]
  const province = ['T', 'Tỉnh Lớn', 'Tỉnh', '', '', '', '', '']
  const communes = Array.from({ length: 200 }, (_, at) => [
    `X${at}`,
    `Xã Số ${at}`,
    'Xã',
    '',
    'T',
    'Cán bộ',
    `Cán bộ ${at}`,
    '',
  ])
  const schools = Array.from({ length: count - 201 }, (_, at) => {
    const school = at - Math.floor(at / 10)
    const isSecond = at % 10 === 9
    const person = [
      isSecond ? 'Phó hiệu trưởng' : 'Hiệu trưởng',
      `Nguyễn Văn ${at}`,
      `09${String(10_000_000 + at)}`,
    ]
    return isSecond
      ? [`S${school - 1}`, '', '', '', '', ...person]
      : [`S${school}`, `Trường Tiểu học Số ${school}`, 'Trường', 'TH', `X${school % 200}`, ...person]
  })
  return [header, province, ...communes, ...schools]
}
