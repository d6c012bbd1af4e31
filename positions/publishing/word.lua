-- What a Word file becomes on its way to plain Markdown: no raw markup, no images, flat tables, harmless links.

local HARMLESS = { http = true, https = true, mailto = true }

function RawInline() return {} end
function RawBlock() return {} end
function Div(div) return div.content end
function Span(span) return span.content end
function Underline(underline) return underline.content end
function SmallCaps(capitals) return capitals.content end

function Image(image)
  local words = pandoc.utils.stringify(image.caption)
  if words == "" then words = "(imatge)" end
  return pandoc.Emph(pandoc.Inlines(words))
end

function Figure(figure)
  return figure.content .. figure.caption.long
end

function Link(link)
  local scheme = link.target:match("^%s*([%a][%w+.-]*):")
  if scheme and HARMLESS[scheme:lower()] then return nil end
  return link.content
end

-- A cell holds one line: its paragraphs and list entries follow each other.
local lines_of

local NESTED = {
  BulletList = function(list) return list.content end,
  OrderedList = function(list) return list.content end,
  BlockQuote = function(quote) return { quote.content } end,
  Div = function(div) return { div.content } end,
}

lines_of = function(blocks)
  local lines = pandoc.List({})
  for _, block in ipairs(blocks) do
    local parts = NESTED[block.t]
    if parts then
      for _, part in ipairs(parts(block)) do lines:extend(lines_of(part)) end
    else
      local line = pandoc.utils.blocks_to_inlines({ block })
      if #line > 0 then lines:insert(line) end
    end
  end
  return lines
end

local function one_line(cell)
  local words = pandoc.Inlines({})
  for place, line in ipairs(lines_of(cell)) do
    if place > 1 then words:extend({ pandoc.Str(";"), pandoc.Space() }) end
    words:extend(line:map(function(inline)
      if inline.t == "LineBreak" or inline.t == "SoftBreak" then return pandoc.Space() end
      return inline
    end))
  end
  if #words == 0 then return {} end
  return { pandoc.Plain(words) }
end

local function is_blank(row)
  for _, cell in ipairs(row) do
    if #cell > 0 then return false end
  end
  return true
end

-- A head is bold by what it is; a program that writes the weight into its words says it twice.
local function plain_head(headers)
  for _, cell in ipairs(headers) do
    for _, block in ipairs(cell) do
      if #block.content ~= 1 or block.content[1].t ~= "Strong" then return headers end
    end
  end
  return headers:map(function(cell)
    return pandoc.List(cell):map(function(block) return pandoc.Plain(block.content[1].content) end)
  end)
end

function Table(long)
  local flat = pandoc.utils.to_simple_table(long)
  flat.headers = pandoc.List(flat.headers):map(one_line)
  flat.rows = pandoc.List(flat.rows):map(function(row) return pandoc.List(row):map(one_line) end)
  if is_blank(flat.headers) and #flat.rows > 0 then flat.headers = flat.rows:remove(1) end
  flat.headers = plain_head(flat.headers)
  for column = 1, #flat.widths do
    flat.widths[column] = 0
    if flat.aligns[column] == "AlignLeft" then flat.aligns[column] = "AlignDefault" end
  end
  local caption = flat.caption
  flat.caption = {}
  local blocks = pandoc.Blocks({ pandoc.utils.from_simple_table(flat) })
  if #caption > 0 then blocks:insert(1, pandoc.Para({ pandoc.Emph(caption) })) end
  return blocks
end

-- The styles Title, Subtitle, Author and Date leave the text for the metadata; they come back as its first lines.
function Pandoc(document)
  local first = pandoc.Blocks({})
  local title = document.meta.title
  if title and pandoc.utils.stringify(title) ~= "" then
    first:insert(pandoc.Header(1, title))
    document.blocks = document.blocks:walk({
      Header = function(header)
        header.level = math.min(header.level + 1, 6)
        return header
      end,
    })
  end
  for _, key in ipairs({ "subtitle", "author", "date", "abstract" }) do
    local value = document.meta[key]
    local kind = value and pandoc.utils.type(value)
    if kind == "Blocks" then
      first:extend(value)
    elseif kind == "Inlines" then
      first:insert(pandoc.Para({ pandoc.Emph(value) }))
    elseif kind == "List" then
      for _, one in ipairs(value) do
        first:insert(pandoc.Para({ pandoc.Emph(pandoc.Inlines(pandoc.utils.stringify(one))) }))
      end
    end
  end
  return pandoc.Pandoc(first .. document.blocks)
end
