// The notes: what each sign, heading and term of the page means, in one or two sentences. Each is written once, here, and
// belongs to every place where its sign stands (sign.ts).
import type { Text } from '../../emulator/instructions/index.ts'

export const NOTES = {
  // The bar
  page: {
    en: 'A small computer to watch at work: you write its program, and see every step, cell and gate. Begin with a sample and press Step.',
    zh: '一台可以看着它工作的小计算机：你写程序，每一步、每个单元、每个门都看得见。先打开一个示例，再按“前进一步”。',
  },
  saved: {
    en: 'Everything you write is kept in this browser, on this computer. Nothing is sent anywhere.',
    zh: '你写的内容都存在这台电脑的浏览器里，不会发送到任何地方。',
  },
  samples: {
    en: 'Programs to open and change, from the first sum to a small network. What you change stays yours; the original can be had back.',
    zh: '可以打开、随意改动的程序，从最简单的求和到小型神经网络。改动会替你保留，原文随时可以恢复。',
  },
  exercises: {
    en: 'Tasks with a check: you write the program, the page tries it on several cases.',
    zh: '可以自动检查的练习：你写程序，页面用几组数据来验证。',
  },
  file: {
    en: 'Begin a text of your own, open or save a file, go back to one of your texts.',
    zh: '新建程序，打开或保存文件，回到自己写过的程序。',
  },
  views: {
    en: 'Put views away and bring them back, arrange them as at first, show all larger.',
    zh: '收起或显示各个视图，恢复原来的排列，放大显示。',
  },
  share: {
    en: 'Show this very moment to somebody: a link, a picture of it for a phone, a piece of a page of your own.',
    zh: '把此刻的画面分享给别人：链接、二维码，或嵌入自己的网页。',
  },
  predict: {
    en: 'Be the computer: say what the next step writes before you see it.',
    zh: '你来当计算机：先说出下一步写入什么，再看结果。',
  },
  language: { en: 'The language of the page.', zh: '页面使用的语言。' },
  theme: { en: 'Light or dark, or as the system has it.', zh: '浅色、深色，或跟随系统。' },
  keys: { en: 'All keys of the page in a list.', zh: '列出页面的全部快捷键。' },
  more: { en: 'All menus in one.', zh: '全部菜单。' },
  // The controls
  toStart: {
    en: 'Goes back to the state before the first step. Nothing is lost by it.',
    zh: '回到第一步之前的状态，不会丢失任何内容。',
  },
  reverseContinue: {
    en: 'Goes back to the last place where a breakpoint or watchpoint was met, else to the start.',
    zh: '退回到上一次遇到断点或监视点的地方；没有就退回开头。',
  },
  stepBack: {
    en: 'Undoes the last instruction: every cell and flag is as it was before.',
    zh: '撤销上一条指令：所有单元和标志位都恢复到执行它之前。',
  },
  run: {
    en: 'Executes step after step at the chosen speed, until the end, a breakpoint or Pause.',
    zh: '按选定的速度一步步执行，直到结尾、断点或按下“暂停”。',
  },
  pause: { en: 'Stops the run, or a long search, where it is.', zh: '停在当前位置，也可以中断较长的查找。' },
  step: { en: 'Executes one instruction: the one that is marked ›.', zh: '执行一条指令，就是标有 › 的那一条。' },
  continue: {
    en: 'Goes on to the next breakpoint or watchpoint, else to the end.',
    zh: '前进到下一个断点或监视点；没有就到结尾。',
  },
  toEnd: { en: 'Executes all the rest at once.', zh: '一口气执行到程序结束。' },
  runToCursor: { en: 'Goes on until the line with the cursor comes next.', zh: '前进到光标所在的那一行之前。' },
  speed: {
    en: 'How many steps a second Run takes; ∞ is as fast as it goes.',
    zh: '“运行”时每秒执行多少步；∞ 表示能多快就多快。',
  },
  // The editor
  editor: {
    en: 'The program, an instruction a line. ▶ marks the line executed last, › the next one; at the right stand the values that a line has now.',
    zh: '程序，每行一条指令。▶ 是刚执行的行，› 是下一行；右侧显示该行操作数现在的值。',
  },
  assembled: {
    en: 'The text has been translated into so many instructions. Labels, comments and data are none.',
    zh: '程序已翻译成这么多条指令；标签、注释和数据不算指令。',
  },
  stops: {
    en: 'A breakpoint stops before its line, a watchpoint after a cell was written as you say.',
    zh: '断点在执行该行之前停下；监视点在单元的写入符合条件之后停下。',
  },
  // The state table
  table: {
    en: 'One row a step: what each cell holds after it. Click a row to go there; Enter on a value tells where it came from.',
    zh: '每一步一行，列出这一步之后各单元的值。点击某行就到那一步；选中一个值按 Enter，可查它的来历。',
  },
  written: { en: 'The cell that this step wrote.', zh: '这一步写入的单元。' },
  read: { en: 'A cell that this step read.', zh: '这一步读取的单元。' },
  pointed: {
    en: 'The cell that brackets led to: with 15 in r1, [r1] means cell 15.',
    zh: '方括号指到的单元：r1 里是 15，[r1] 就是 15 号单元。',
  },
  position: { en: 'The step that all views show now.', zh: '所有视图现在显示的这一步。' },
  stepColumn: {
    en: 'The number of the step; 0 is the state before the first.',
    zh: '第几步；0 是第一步之前的初始状态。',
  },
  line: { en: 'The line of the text that the step executed.', zh: '这一步执行的是程序的第几行。' },
  instruction: { en: 'The instruction that the step executed.', zh: '这一步执行的指令。' },
  cell: { en: 'A memory cell and what it holds after each step.', zh: '一个内存单元，以及每一步之后它的值。' },
  register: {
    en: 'A register: one of the cells 0 to 7, which instructions can also use in brackets, as a pointer.',
    zh: '寄存器：即 0 到 7 号单元，还可以放进方括号当作指针使用。',
  },
  flags: {
    en: 'The flags, set by each calculation and comparison. Z: the last result was 0, or the two were equal; L: it was below 0, or the first was the smaller.',
    zh: '标志位，由每次运算和比较设置。Z：上次结果为 0，或两数相等；L：上次结果小于 0，或前一个数较小。',
  },
  explanation: { en: 'What the step did, in words and with its numbers.', zh: '用文字和具体的数说明这一步做了什么。' },
  blank: {
    en: 'Blank: nothing has been written to this cell yet. Read all the same, it counts as 0.',
    zh: '空白：这个单元还没有写入过任何值；若读取它，按 0 处理。',
  },
  old: {
    en: 'The text has an error now, so the table still shows the history from before the change.',
    zh: '程序现在有错误，所以表里仍是改动之前的历史。',
  },
  fold: {
    en: 'Shows a comparison and the jump right after it in one row, as the book does.',
    zh: '把比较和紧随其后的跳转合成一行，书中就是这样写的。',
  },
  columns: {
    en: 'Which cells have a column, and whether they are called by their names.',
    zh: '选择显示哪些单元，是否用名称称呼它们。',
  },
  copy: {
    en: 'Puts the table on the clipboard, for a document, a spreadsheet or a file.',
    zh: '把状态表复制到剪贴板，可粘贴到文档、表格软件或文件中。',
  },
  faultRow: {
    en: 'A fault: the instruction could not be executed, and the machine stopped here.',
    zh: '出错：这条指令无法执行，机器停在这里。',
  },
  // The position
  status: { en: 'Where things stand: the step in sight, and how many there are.', zh: '当前是第几步，一共多少步。' },
  ruler: {
    en: 'The whole history from the first step to the last. Drag, or use the arrow keys, to go to any step.',
    zh: '从第一步到最后一步的全部历史。拖动或用方向键，可到任意一步。',
  },
  stopMark: { en: 'Steps before which a breakpoint is met.', zh: '会遇到断点的位置。' },
  writeMark: { en: 'Steps that write the picked cell.', zh: '写入选中单元的步。' },
  jumpMark: { en: 'Steps whose jump was taken.', zh: '发生跳转的步。' },
  edit: {
    en: 'A value given by hand: from there on a branch of the history goes its own way.',
    zh: '手动修改的值：历史从这里分出一条分支。',
  },
  zoomIn: { en: 'Shows a shorter stretch of the history, larger.', zh: '只看一小段历史，放大显示。' },
  zoomOut: { en: 'Shows a longer stretch of the history.', zh: '看更长的一段历史。' },
  zoomAll: { en: 'Shows the whole history again.', zh: '重新显示全部历史。' },
  openEnd: { en: 'The history goes on: nobody has executed so far yet.', zh: '历史还没有完：后面的步尚未执行。' },
  endless: {
    en: 'The program never ends: this state is the same as that of an earlier step, so all repeats itself for ever.',
    zh: '程序永不停机：这一步的状态与前面某一步完全相同，以后会一直重复。',
  },
  // The memory
  memory: {
    en: 'All cells. The first eight are the registers r0 to r7; ? is a blank cell. Double-click a cell to change it.',
    zh: '全部内存单元，前八个就是寄存器 r0 到 r7，? 表示空白。双击单元可修改它的值。',
  },
  decimal: { en: 'Numbers as usual, with ten digits.', zh: '按平常的十进制显示。' },
  hexadecimal: {
    en: 'Base 16, digits 0 to F: each stands for four bits.',
    zh: '十六进制，数字 0 到 F，每位代表四个二进制位。',
  },
  binary: {
    en: 'Base 2: the bits themselves, as they go through the circuits.',
    zh: '二进制：电路中传送的就是这些位。',
  },
  character: { en: 'The character that has this number, where there is one.', zh: '以该数为编码的字符（如果有）。' },
  allBlank: { en: 'Rows in which every cell is blank are folded into one line.', zh: '全是空白的行合成了一行。' },
  branches: {
    en: 'Branches: histories that began with a value given by hand, beside the program’s own.',
    zh: '分支：手动修改某个值之后的各条历史，与原来的历史并列。',
  },
  // The circuit
  circuit: {
    en: 'The circuit that computes this step, with the numbers it had before the step. Click into it, down to one gate.',
    zh: '完成这一步运算的电路，数值取自这一步之前。可以一层层点进去，直到单个门。',
  },
  level: {
    en: 'Where you are: the whole circuit, a part of it, one gate. Each word leads back out.',
    zh: '现在看的层级：整个电路、其中一部分、单个门。点击前面的词可以退回去。',
  },
  settle: {
    en: 'Settle time: after so many units of time nothing changes any more; every gate takes one unit.',
    zh: '稳定用时：经过这么多个单位时间后，各处不再变化；信号每过一个门用一个单位时间。',
  },
  longest: {
    en: 'Longest path: so many gates lie one behind the other on the longest way from an input to an output. In an adder a carry may have to pass two gates in every place, so it grows with the number of bits.',
    zh: '最长路径：从输入到输出最长的一条路上依次经过这么多个门。加法器的进位在每一位都可能要过两个门，所以它随位数增长。',
  },
  dashed: {
    en: 'Dashed: this wire changes more than once before it settles, because one of its inputs comes later than the other.',
    zh: '虚线：这根线在稳定之前变化不止一次，因为有的输入到得早，有的到得晚。',
  },
  play: {
    en: 'Lets time run in the circuit, slowly: the signals spread a gate a unit.',
    zh: '让电路中的时间慢慢流动，看信号一个门一个门地传过去。',
  },
  unit: { en: 'The unit of time in sight; every gate takes one.', zh: '当前的时刻；信号每过一个门用一个单位时间。' },
  atRest: { en: 'Back to the values after everything has settled.', zh: '回到全部稳定之后的值。' },
  gates: {
    en: 'Of which gates the circuit is built: as in the book, or of one kind only. It computes the same.',
    zh: '电路用哪些门搭成：书中的画法，或只用一种门，结果都一样。',
  },
  list: { en: 'The same gates as a list, with their values.', zh: '把同样的门列成表，附上各自的值。' },
  bench: {
    en: 'A place to try circuits with numbers of your own, apart from the program.',
    zh: '实验台：不管程序，自己拨动输入来试各种电路。',
  },
  operandA: {
    en: 'The first number that goes in, bit under bit, the lowest at the right.',
    zh: '第一个输入的数，按位对齐，最低位在右。',
  },
  operandB: { en: 'The second number that goes in, bit under bit.', zh: '第二个输入的数，按位对齐。' },
  result: { en: 'The number that comes out.', zh: '输出的结果。' },
  notStored: {
    en: 'cmp computes this difference only for the flags; it is written nowhere.',
    zh: 'cmp 求这个差只是为了设置标志位，不写入任何单元。',
  },
  carry: {
    en: 'The carry into this place: 1 where the place to the right gave more than it could write.',
    zh: '进位：右边一位写不下时，向这一位进 1。',
  },
  carryOut: { en: 'The carry out of a place, into the next one to the left.', zh: '这一位向左边一位送出的进位。' },
  notB: {
    en: 'Every bit of b turned over. With the carry 1 that is let in at the right, adding it is the same as taking b away.',
    zh: '把 b 的每一位取反。再从最右边送入进位 1，加上它就等于减去 b。',
  },
  exact: {
    en: 'cmp sets both flags as if the word were wide enough: right even where the difference overflows.',
    zh: 'cmp 的两个标志位都按真实的差设置，即使这个差溢出也不会错。',
  },
  zero: {
    en: 'zero is 1 if every bit of the result is 0. The machine keeps it as the flag Z.',
    zh: '结果的每一位都是 0 时，“为零”为 1；机器把它存为标志位 Z。',
  },
  less: {
    en: 'less is 1 if the first number is below the second, or the result below 0. The machine keeps it as the flag L.',
    zh: '前一个数小于后一个数，或结果小于 0 时，“小于”为 1；机器把它存为标志位 L。',
  },
  byZero: {
    en: 'by zero is 1 if the divisor is 0. Then no result is stored, and the machine stops with a fault.',
    zh: '除数为 0 时，“除以零”为 1；这时不写入结果，机器报错停下。',
  },
  taken: { en: 'taken is 1 if the jump is to be made.', zh: '“跳转”为 1 时执行跳转。' },
  jumpLine: {
    en: 'The line of this jump: 1 for the instruction that is being executed, 0 for the others.',
    zh: '该跳转指令的选择线：正在执行的那条为 1，其余为 0。',
  },
  op: { en: 'Which instruction the ALU is to execute, as a number.', zh: '用编号告诉算术逻辑单元执行哪条指令。' },
  alu: {
    en: 'ALU, arithmetic logic unit: all units of the machine side by side, and a choice of whose result is wanted.',
    zh: '算术逻辑单元（ALU）：把各个运算部件并排放在一起，再选出要用的那个结果。',
  },
  quotient: { en: 'The quotient, cut towards zero.', zh: '商，只保留整数部分。' },
  product: { en: 'The product: of more digits than fit, the lowest are kept.', zh: '积；位数超出时只保留低位。' },
  formulas: {
    en: 'What each output is, as a formula, and beneath it the same with the values of now.',
    zh: '各个输出的公式，下面一行代入了现在的值。',
  },
  truthTable: {
    en: 'Truth table: all cases that there can be; the marked row is the one of now.',
    zh: '真值表：列出所有可能的情况，标出的一行是现在的情况。',
  },
  sum: {
    en: 'How many of the inputs are 1: the two digits to the right write that number in base 2.',
    zh: '输入中有几个 1；右边两位就是这个数的二进制写法。',
  },
  xInput: { en: 'An input of one bit.', zh: '一位输入。' },
  sumBit: { en: 'The digit that is written in this place.', zh: '这一位写下的数字。' },
  output: { en: 'What comes out of the gate.', zh: '门的输出。' },
  not: { en: 'NOT gives the other value: 1 for 0, 0 for 1.', zh: '非门：输入 0 输出 1，输入 1 输出 0。' },
  and: { en: 'AND gives 1 only if both inputs are 1.', zh: '与门：两个输入都是 1 时才输出 1。' },
  or: { en: 'OR gives 1 if at least one input is 1.', zh: '或门：至少有一个输入是 1 就输出 1。' },
  xor: { en: 'XOR gives 1 if exactly one input is 1: if they differ.', zh: '异或门：两个输入不同时输出 1。' },
  nand: {
    en: 'NAND is AND turned over: 0 only if both inputs are 1. Any circuit can be built of it alone.',
    zh: '与非门：与门的结果取反，两个输入都是 1 时才输出 0。只用它就能搭出任何电路。',
  },
  nor: {
    en: 'NOR is OR turned over: 1 only if both inputs are 0. Any circuit can be built of it alone.',
    zh: '或非门：或门的结果取反，两个输入都是 0 时才输出 1。只用它就能搭出任何电路。',
  },
  relu: {
    en: 'ReLU gives the number itself if it is above 0, else 0. It is the neuron of the book’s third chapter.',
    zh: 'ReLU：大于 0 的数原样输出，否则输出 0；就是书中第三章的神经元。',
  },
  weights: {
    en: 'Weights and biases: each row of w multiplies the inputs, b is added, and ReLU cuts off what is below 0.',
    zh: '权重与偏置：w 的每一行与输入相乘后求和，再加上 b，ReLU 把小于 0 的部分变为 0。',
  },
  unused: {
    en: 'No output depends on this gate; it is drawn because it belongs to the whole.',
    zh: '没有输出依赖这个门；画出它是因为它本来就在电路里。',
  },
  bus: {
    en: 'A bus: so many wires side by side, drawn as one; the number is what their bits say.',
    zh: '总线：并排的若干根线画成一根，旁边的数是它们合起来表示的值。',
  },
  box: { en: 'A part with gates of its own. Click to look inside.', zh: '由若干门组成的部件，点击可以看里面。' },
  row: {
    en: 'The row of a bit, as on paper. Click to see its circuit.',
    zh: '某一位对应的一行，与竖式相同。点击可看它的电路。',
  },
  digit: { en: 'The digit of b that this row multiplies by: 0 or 1.', zh: '这一行所乘的 b 的那一位：0 或 1。' },
  partial: { en: 'a times this digit, shifted to its place.', zh: 'a 乘以这一位，再移到对应的位置。' },
  soFar: { en: 'The sum of the rows down to this one.', zh: '到这一行为止的和。' },
  rest: { en: 'What is left of the rows above, with the next digit brought down.', zh: '上一行剩下的数，再落下一位。' },
  fits: {
    en: '1 if the divisor can be taken away from it: that is a digit of the quotient.',
    zh: '够减为 1，否则为 0；它就是商的一位。',
  },
  left: { en: 'What is left afterwards.', zh: '减完之后剩下的数。' },
  drawAll: {
    en: 'Draws all rows as one circuit, to be zoomed and moved about in.',
    zh: '把所有行画成一个完整的电路，可以缩放、移动。',
  },
  miniature: {
    en: 'The whole drawing in small; the frame is the part in sight.',
    zh: '整张电路图的缩略图，方框是现在看到的部分。',
  },
  copying: {
    en: 'The value goes from one cell to the other as it is; no gate changes it.',
    zh: '值从一个单元原样传到另一个单元，不经过任何门。',
  },
  drawingZoom: {
    en: 'Enlarges, reduces or fits the drawing; on these buttons the arrow keys move it.',
    zh: '放大、缩小或适应窗口；焦点在这些按钮上时，可用方向键移动电路图。',
  },
  // Problems and reasons
  problems: {
    en: 'What is wrong in the text, or may not be meant. Click to go there; where the mend is plain, a button does it.',
    zh: '程序中的错误，以及可能不是本意的地方。点击可跳到该处；改法明确的，按按钮就能改好。',
  },
  error: { en: 'An error: with it the program cannot run.', zh: '错误：程序无法运行。' },
  warning: {
    en: 'A warning: the program runs, but this is hardly what was meant.',
    zh: '警告：程序能运行，但多半不是本意。',
  },
  hint: { en: 'A hint: nothing is wrong, but look at it again.', zh: '提示：没有错，但值得再看一眼。' },
  why: {
    en: 'Where a value came from: the step that wrote it, and what that step had read, back to the first data.',
    zh: '一个值的来历：哪一步写入、那一步又读了什么，一直追到最初的数据。',
  },
  exercise: { en: 'The task, and how your answer did.', zh: '题目，以及你的答案检查得如何。' },
} as const satisfies Record<string, Text>
