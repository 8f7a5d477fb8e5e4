/**
 * First names that are common in England, of its many communities, and are no everyday word: they are a name even
 * where a sentence starts with them. Names that are also words (Will, Grace, May) are seen inside a sentence only.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `Aaron Abdul Abdullah Abigail Adam Adrian Agnieszka Ahmed Aisha Alan Albert Alex Alexander Alexandra Ali Alice Alison
  Amanda Amelia Amina Amir Amy Ana Andrea Andrei Andrew Andrzej Angela Anita Anna Anne Anthony Arthur Asif Ayesha Barbara
  Ben Benjamin Beth Bilal Bogdan Brenda Brian Bridget Bryan Callum Cameron Carl Carol Caroline Catherine Charles Charlie
  Charlotte Chloe Chris Christine Christopher Claire Clare Colin Connor Craig Cristina Dan Daniel Danielle Darren Dave
  David Dawn Deborah Debbie Denise Dennis Derek Diana Diane Donald Donna Doreen Dorothy Duncan Dylan Edward Eileen
  Elaine Eleanor Elena Elizabeth Ella Ellie Emily Emma Eric Ethan Evelyn Ewa Farah Fatima Fiona Florence Frances Fred
  Gareth Gary Geoffrey George Georgia Gerald Gillian Gordon Graham Greg Hannah Harriet Harry Hassan Heather Helen Henry
  Hussain Ian Ibrahim Imran Ioana Irene Isaac Isabella Isla Jacob Jacqueline Jake James Jamie Jan Jane Janet Janice Jason
  Jasmine Jean Jeffrey Jennifer Jeremy Jessica Jill Joan Joanna Joanne Joe Joel John Jonathan Jordan Joseph Joshua Joyce
  Judith Julia Julian Julie Kamal Karen Karl Kate Katherine Kathleen Katie Keith Kelly Ken Kenneth Kevin Khalid Kim
  Krzysztof Kyle Laura Lauren Lee Leon Leonard Lesley Lewis Liam Linda Lisa Liz Louise Lucy Luke Lydia Lynn Magdalena
  Malcolm Malgorzata Marcin Margaret Maria Marian Marie Marilyn Marion Martin Mary Maryam Matthew Maureen Megan Melanie
  Michael Michelle Mihai Mike Mohamed Mohammad Mohammed Mohamud Moira Muhammad Nadia Naomi Natalie Nathan Neil Nicholas
  Nicola Nigel Noah Norma Norman Oliver Olivia Omar Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peter Philip
  Piotr Priya Rachel Rahul Raj Ralph Ravi Rebecca Reginald Richard Robert Roger Ronald Rosemary Ross Roy Russell Ruth
  Ryan Sabina Saima Sally Sam Samantha Samuel Sana Sandra Sanjay Sara Sarah Scott Sean Shannon Sharon Shaun Sheila
  Shirley Simon Sofia Sophia Sophie Stacey Stanley Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia Tariq
  Theresa Thomas Tim Timothy Tina Toby Tom Tomasz Tony Tracey Tracy Trevor Usman Valerie Vanessa Vera Veronica Victoria
  Łukasz Paweł Michał Rafał Małgorzata Katarzyna Iwona Radu Andreea Ștefan Ionuț Florin Alina Daniela Fatma Zahra Chidi
  Ngozi Kwame Abena Oluwaseun Tunde Xin Wei Mei Vijay Vincent Wayne Wendy William Yasmin Yusuf Yvonne Zainab Zara Zoe`.split(
    /\s+/,
  ),
)
