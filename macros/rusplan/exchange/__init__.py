"""Data to and from office programs: a year to Excel and back, and a plan that was written in Word.

Excel: `sheets` says which sheets there are and what stands in their columns, `cells` how a value stands in a cell, `names_in_cells` what ids are
called there (`year_names` those of a year). `year_rows` gives the rows of a year, `excel_out` writes them, `excel_cells` reads a workbook,
`three_ways` compares each cell with what it was when the workbook was made and with data as it is now, `merged_rows` brings the rows into the
files, and `excel_in` tries the rules on what comes of it; `cell_problems` tells of mistakes by sheet and cell. `preview` is what an editor sees.

A workbook keeps what it was made from on a sheet that nobody sees. So only what somebody changed in it is read in, whatever else has
changed in data meanwhile; what both have changed is told, and nothing is written over.

Word: `docx_blocks` reads the paragraphs, points and tables, `docx_sections` puts them below their headings, `docx_facts` finds days, cash and
flags in a text, `docx_plan` says what each section is, and `docx_files` makes the files of a draft; `matched_activities` finds those of the
year before. What finds no place stands as notes in the draft, so that no word is lost.
"""
